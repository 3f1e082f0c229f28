package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Part;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.ReportedEvent;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@InBothShapes
class RestartIT {
    private static final int EVENTS = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Installation installation;
    private final Scene scene;

    RestartIT(Shape shape) {
        installation = Installations.of(shape);
        scene = Scene.in(installation);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void a_stop_takes_less_than_ten_seconds_and_loses_nothing() {
        scene.receiver().on("/hook", Answer.late(Duration.ofSeconds(1)));
        List<String> promised = report(EVENTS);

        for (Part part : installation.parts().reversed()) {
            assertThat(part.process().terminate()).isLessThan(Duration.ofSeconds(10));
        }
        installation.startAgain();

        awaitDelivered(promised);
    }

    @Test
    void a_stop_starts_no_attempt_even_while_a_request_is_still_being_sent() throws IOException {
        scene.receiver().on("/hook", Answer.status(400)); // which, unlike a 500, opens no circuit
        List<String> promised = report(EVENTS);
        URI dispatch = installation.dispatch();
        Part stopped = installation.parts().stream()
                .filter(part -> part.uri().equals(dispatch))
                .findFirst()
                .orElseThrow();
        try (HttpClient client = HttpClient.newHttpClient();
                PipedOutputStream slow = new PipedOutputStream()) {
            PipedInputStream body = new PipedInputStream(slow);
            slow.write('{');
            var unused = client.sendAsync(
                    scene.api()
                            .request(dispatch, "/v1/live-events")
                            .header("Content-Type", "application/cloudevents+json")
                            .POST(BodyPublishers.ofInputStream(() -> body))
                            .build(),
                    BodyHandlers.discarding());
            await().until(() -> scene.receiver().count("/hook") >= 2 * EVENTS);
            Instant told = Instant.now();
            assertThat(stopped.process().terminate()).isLessThan(Duration.ofSeconds(10));
            assertThat(scene.receiver().requestsTo("/hook"))
                    .filteredOn(request -> request.at().isAfter(told.plusSeconds(1)))
                    .isEmpty();
            client.shutdownNow();
        }
        scene.receiver().on("/hook", Answer.ok());
        installation.startAgain();
        awaitDelivered(promised);
    }

    @Test
    void a_kill_of_any_process_loses_nothing_that_was_accepted() {
        ReportedEvent early = scene.started();
        JsonNode planned = scene.report(early).path("callbacks");
        scene.receiver().on("/hook", Answer.late(Duration.ofMillis(300)));
        for (Part part : installation.parts()) {
            List<String> promised = report(EVENTS);
            part.process().kill();
            installation.startAgain();
            awaitDelivered(promised);
        }
        assertThat(scene.report(early).path("duplicate").asBoolean()).isTrue();
        assertThat(scene.report(early).path("callbacks")).isEqualTo(planned);
    }

    private List<String> report(int count) {
        return Stream.generate(scene::started)
                .limit(count)
                .map(event -> scene.report(event).at("/callbacks/0/callbackId").asText())
                .toList();
    }

    private void awaitDelivered(List<String> promised) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(scene.receiver().requests())
                        .extracting(request -> request.header("webhook-id"))
                        .containsAll(promised));
        await().atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(scene.records("&status=success&pageSize=1000"))
                        .extracting(record -> record.path("callbackId").asText())
                        .containsAll(promised));
    }
}
