package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@InBothShapes
class TwoAccountsIT {
    private final Installation installation;
    private final Scene ours;
    private final Scene theirs;
    private final String callbackId;

    TwoAccountsIT(Shape shape) {
        installation = Installations.of(shape);
        ours = Scene.in(installation);
        JsonNode opened = installation.asOperator().openAccount().expect(201).json();
        theirs = Scene.of(installation.as(opened.path("token").asText()), installation);
        callbackId =
                theirs.report(theirs.started()).at("/callbacks/0/callbackId").asText();
    }

    @BeforeEach
    void theirs_is_delivered() {
        theirs.awaitRequest();
        theirs.awaitRecords(1);
    }

    @AfterEach
    void leave() {
        ours.close();
        theirs.close();
    }

    @Test
    void an_account_does_not_see_the_records_of_another() {
        assertThat(ours.api()
                        .records("domain=" + theirs.domain())
                        .expect(200)
                        .json()
                        .at("/page/total")
                        .asLong())
                .isZero();
        assertThat(ours.api().records("pageSize=1000").text()).doesNotContain(theirs.domain());
        assertThat(ours.api().callback(callbackId).status()).isEqualTo(404);
    }

    @Test
    void an_account_does_not_see_or_change_the_configs_of_another() {
        CurtaincallApi us = ours.api();
        String id = theirs.config().path("id").asText();
        String path = "/v1/notify-configs/" + id;

        assertThat(us.get(installation.config(), path).status()).isEqualTo(404);
        assertThat(us.delete(installation.config(), path).status()).isEqualTo(404);
        assertThat(us.get(installation.config(), "/v1/notify-configs").text()).doesNotContain(id);
    }

    @Test
    void an_account_cannot_take_the_domain_of_another() {
        Reply refused = ours.api().addConfig(theirs.domain(), ours.receiver().url("/hook"));

        assertThat(refused.status()).isBetween(400, 409);
        assertThat(refused.text()).contains("domain");
    }

    @Test
    void an_account_cannot_report_for_the_domain_of_another() {
        Reply refused = ours.api()
                .report(LiveEvents.started(theirs.domain(), "live", "demo").json());

        assertThat(refused.status()).isEqualTo(403);
    }
}
