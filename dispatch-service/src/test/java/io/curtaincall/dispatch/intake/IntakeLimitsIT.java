package io.curtaincall.dispatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.intake.UnderWay.Stay;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class IntakeLimitsIT {
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final List<String> HALF_A_REQUEST = List.of(
            "POST /v1/live-events HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer op-token",
            "Content-Type: application/cloudevents+json",
            "Content-Length: 100",
            "",
            "{");

    private static final List<String> HALF_A_LARGE_REQUEST = List.of(
            "POST /v1/live-events HTTP/1.1",
            "Host: localhost",
            "Authorization: Bearer op-token",
            "Content-Type: application/cloudevents+json",
            "Transfer-Encoding: chunked",
            "",
            Integer.toHexString(EventRequests.MOST_BYTES),
            "");

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
    void what_all_requests_have_brought_is_limited_too() throws IOException {
        try (RunningIntake intake = RunningIntake.start(Map.of("dispatch.intake.bytes-under-way", "8MB"))) {
            try (Socket slow = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
                slow.getOutputStream()
                        .write(String.join("\r\n", HALF_A_LARGE_REQUEST).getBytes(StandardCharsets.US_ASCII));
                slow.getOutputStream()
                        .write(" ".repeat(EventRequests.MOST_BYTES).getBytes(StandardCharsets.US_ASCII));
                slow.getOutputStream().flush();
                Awaitility.await()
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> intake.bean(UnderWay.class).bytes() > EventRequests.MOST_BYTES - 100_000);
                HttpResponse<String> answer = intake.post("/v1/live-events", "op-token", BATCH, batchOf(200_000));
                assertThat(answer.statusCode()).isEqualTo(429);
                assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                assertThat(answer.body()).contains("\"urn:curtaincall:problem:throttled\"");
            }
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(intake.post("/v1/live-events", "op-token", BATCH, batchOf(200_000))
                                    .statusCode())
                            .isEqualTo(202));
            String tooLarge = " ".repeat(EventRequests.MOST_BYTES + 1);
            assertThat(intake.post("/v1/live-events", "op-token", "application/json", tooLarge)
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void one_accounts_slow_bodies_leave_room_for_others() throws IOException {
        Map<String, String> settings =
                Map.of("dispatch.intake.bytes-under-way", "16MB", "dispatch.intake.under-way", "4");
        try (RunningIntake intake = RunningIntake.start(settings);
                Socket slow = new Socket(InetAddress.getLoopbackAddress(), intake.port())) {
            String token = RunningIntake.ACME.value() + "-token";
            slow.getOutputStream()
                    .write(String.join("\r\n", HALF_A_LARGE_REQUEST)
                            .replace("op-token", token)
                            .getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().write(" ".repeat(EventRequests.MOST_BYTES).getBytes(StandardCharsets.US_ASCII));
            slow.getOutputStream().flush();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> intake.bean(UnderWay.class).bytes() > EventRequests.MOST_BYTES - 100_000);
            String batch = batchOf(200_000);
            assertThat(intake.post("/v1/live-events", token, BATCH, batch).statusCode())
                    .isEqualTo(429);
            assertThat(intake.post("/v1/live-events", "op-token", BATCH, batch).statusCode())
                    .isEqualTo(202);
        }
    }

    @Test
    void an_account_may_have_half_of_what_all_may_and_the_operator_everything() {
        UnderWay underWay = new UnderWay(
                new IntakeProperties(4, DataSize.ofMegabytes(16), Duration.ofSeconds(1), Duration.ofSeconds(4)));
        Caller account = new AccountCaller(new AccountId("a"));
        Stay first = underWay.enter(account);
        Stay second = underWay.enter(account);
        assertThatThrownBy(() -> underWay.enter(account)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> first.take(EventRequests.MOST_BYTES + 1)).isInstanceOf(RefusedException.class);
        first.take(EventRequests.MOST_BYTES);
        assertThatThrownBy(() -> second.take(1)).isInstanceOf(RefusedException.class);
        underWay.enter(new Operator()).take(EventRequests.MOST_BYTES);
        second.leave();
        first.leave();
        underWay.enter(account).take(EventRequests.MOST_BYTES);
        assertThat(underWay.count()).isEqualTo(2);
        assertThat(underWay.bytes()).isEqualTo(2 * EventRequests.MOST_BYTES);
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

    private static String batchOf(int bytes) {
        ReportedEvent event = LiveEvents.over(RunningIntake.DOMAIN, "live", "demo");
        return LiveEvents.batch(Collections.nCopies(bytes / event.json().length() + 1, event));
    }

    private static HttpResponse<String> report(RunningIntake intake) {
        String event = LiveEvents.over(RunningIntake.DOMAIN, "live", "demo").json();
        return intake.post("/v1/live-events", "op-token", "application/cloudevents+json", event);
    }
}
