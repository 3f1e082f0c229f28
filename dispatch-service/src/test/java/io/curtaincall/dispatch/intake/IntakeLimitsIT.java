package io.curtaincall.dispatch.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.testsupport.LiveEvents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class IntakeLimitsIT {
    private static final List<String> HALF_A_REQUEST = List.of(
            "POST /v1/live-events HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer op-token",
            "Content-Type: application/cloudevents+json",
            "Content-Length: 100",
            "",
            "{");

    @Test
    void more_requests_than_may_be_under_way_are_asked_to_come_back() throws IOException {
        try (RunningIntake intake = RunningIntake.start(Map.of("dispatch.intake.under-way", "1"))) {
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
                slow.getOutputStream().write(String.join("\r\n", HALF_A_REQUEST).getBytes(StandardCharsets.US_ASCII));
                slow.getOutputStream().flush();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> intake.bean(UnderWay.class).count() == 1);
                HttpResponse<String> answer = report(intake);
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
                assertThat(answer.body())
                        .contains("\"urn:curtaincall:problem:throttled\"")
                        .contains("\"instance\":\"/v1/live-events\"")
                        .contains("\"status\":429")
                        .doesNotContain("\"properties\"");
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(report(intake).statusCode()).isEqualTo(202));
        }
    }

    @Test
    void without_the_store_nothing_is_accepted_and_that_is_said_soon() {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        Map<String, String> settings = Map.of("dispatch.intake.append-timeout", "1s");
        try (RunningIntake intake = RunningIntake.on(mongo, settings)) {
            intake.append(new NewEvent(
                    "Operator", "operator", 0, new OperatorTokenIssued(Hashes.sha256Hex("op-token"), Instant.EPOCH)));
            assertThat(report(intake).statusCode()).isEqualTo(202);
            assertThat(intake.get("/actuator/health").statusCode()).isEqualTo(200);
            mongo.close();
            assertThat(report(intake).statusCode()).isEqualTo(503);
            assertThat(new IntakeHealthIndicator(
                                    intake.bean(StoredStreams.class),
                                    new StoreDeadline(Duration.ofSeconds(1)),
                                    intake.bean(Directory.class))
                            .health()
                            .getStatus()
                            .getCode())
                    .isEqualTo("DOWN");
        }
    }

    private static HttpResponse<String> report(RunningIntake intake) {
        String event = LiveEvents.over(RunningIntake.DOMAIN, "live", "demo").json();
        return intake.post("/v1/live-events", "op-token", "application/cloudevents+json", event);
    }
}
