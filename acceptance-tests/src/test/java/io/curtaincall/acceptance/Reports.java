package io.curtaincall.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.testsupport.ReportedEvent;

/** What becomes of a new event. */
final class Reports {
    private static final int NOT_THE_REPORTERS = 403;

    private Reports() {}

    /** The callbacks it gets, once whoever is told of it knows that the domain is the reporter's. */
    static JsonNode planned(CurtaincallApi controlPlane, ReportedEvent event) {
        Reply reply = await().atMost(Scene.SOON)
                .until(() -> controlPlane.report(event.json()), it -> it.status() != NOT_THE_REPORTERS);
        return reply.expect(202).json().at("/accepted/0/callbacks");
    }
}
