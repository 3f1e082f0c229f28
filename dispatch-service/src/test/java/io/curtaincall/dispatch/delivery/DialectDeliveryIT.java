package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Receivers that know only what the vendor's pages say of its callbacks. */
class DialectDeliveryIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String FORMAT = "alibaba";
    private static final String KEY = "testkeyyourkey12";
    private static final Set<Topic> RECORDINGS = Set.of(Topic.RECORDING_FILE_COMPLETED, Topic.RECORDING_STARTED);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(STORE);
    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void a_file_arrives_in_the_dialects_words_and_signed_with_the_configs_key() {
        configured("file", NODE.signing("alibaba-live", KEY));
        ReportedEvent event = LiveEvents.fileCompleted("file.example.com", "app", "s")
                .with("pushArgs", Map.of("callback_user", "u1", "auth_key", "x"));
        NODE.report(event);

        ReceivedRequest request = only("/file");
        JsonNode body = JSON.readTree(request.text());
        assertThat(body.propertyNames())
                .containsExactlyInAnyOrder(
                        "domain", "app", "stream", "uri", "duration", "start_time", "stop_time", "push_args");
        assertThat(body.get("duration").doubleValue()).isEqualTo(9.983);
        assertThat(body.get("start_time").isIntegralNumber()).isTrue();
        assertThat(body.get("push_args").toString()).isEqualTo("{\"callback_user\":\"u1\"}");
        assertThat(request.header("content-type")).isEqualTo("application/json; charset=utf-8");
        assertThat(request.headers()).doesNotContainKey("webhook-id");
        assertSigned(request, KEY);
    }

    @Test
    void a_status_arrives_unsigned_when_the_config_has_no_key() {
        configured("status", new Signing(Signing.NONE, null));
        NODE.report(LiveEvents.started("status.example.com", "app", "s"));
        ReceivedRequest request = only("/status");
        assertThat(request.text())
                .isEqualTo(
                        "{\"domain\":\"status.example.com\",\"app\":\"app\",\"stream\":\"s\",\"event\":\"record_started\"}");
        assertThat(request.headers()).doesNotContainKeys("ali-live-signature", "ali-live-timestamp");
    }

    @Test
    void a_failing_receiver_gets_the_same_bytes_five_more_times_a_second_apart() {
        RECEIVER.on("/flaky", Script.failing(5, Answer.status(500)));
        configured("flaky", NODE.signing("alibaba-live", KEY));
        ReportedEvent event = LiveEvents.fileCompleted("flaky.example.com", "app", "s");
        NODE.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "flaky")).hasSize(6));

        List<CallbackAttempted> attempts = NODE.attempts(event, "flaky");
        assertThat(attempts.getLast().verdict()).isInstanceOf(Verdict.Delivered.class);
        assertThat(attempts.subList(0, 5)).allSatisfy(attempt -> {
            RetryAt retry = (RetryAt) attempt.verdict();
            assertThat(retry.step()).startsWith("quick ");
            assertThat(retry.jitterMillis()).isZero();
        });
        List<ReceivedRequest> requests = RECEIVER.requestsTo("/flaky");
        assertThat(requests)
                .extracting(ReceivedRequest::text)
                .hasSize(6)
                .containsOnly(requests.getFirst().text());
        assertThat(Duration.between(requests.get(0).at(), requests.get(1).at()))
                .isBetween(Duration.ofMillis(900), Duration.ofSeconds(20));
        requests.forEach(request -> assertSigned(request, KEY));
    }

    @Test
    void a_receiver_that_says_nothing_is_left_after_five_seconds() {
        RECEIVER.on("/silent", Script.inTurn(Answer.hang(), Answer.ok()));
        configured("silent", new Signing(Signing.NONE, null));
        ReportedEvent event = LiveEvents.started("silent.example.com", "app", "s");
        NODE.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "silent")).hasSize(2));
        assertThat(NODE.attempts(event, "silent").getFirst().timing().totalMillis())
                .isBetween(4_900L, 40_000L);
    }

    @Test
    void a_relay_event_reaches_the_subscriber_of_its_channel() {
        NODE.assign("rtc/rtcdev")
                .dialectConfig(
                        "Sub-9799B2C45009799B2C4500",
                        "rtc/rtcdev",
                        RECEIVER.url("/relay"),
                        Set.of(Topic.MPU_STATE_CHANGED),
                        FORMAT,
                        new Signing(Signing.NONE, null),
                        null,
                        List.of("ch1"));
        NODE.report(LiveEvents.relay("rtcdev", "ch2", "other"));
        ReportedEvent event = LiveEvents.relay("rtcdev", "ch1", "task1");
        NODE.report(event);

        ReceivedRequest request = only("/relay");
        JsonNode body = JSON.readTree(request.text());
        assertThat(request.header("content-type")).isEqualTo("application/json");
        assertThat(body.get("EventType").intValue()).isEqualTo(1);
        assertThat(body.get("AppId").stringValue()).isEqualTo("rtcdev");
        assertThat(body.get("SubId").stringValue()).isEqualTo("Sub-9799B2C45009799B2C4500");
        assertThat(body.get("TaskId").stringValue()).isEqualTo("task1");
        assertThat(body.at("/Payload/EventTs").longValue())
                .isEqualTo(Instant.parse(String.valueOf(event.attributes().get("time")))
                        .toEpochMilli());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "Sub-9799B2C45009799B2C4500"))
                        .singleElement()
                        .satisfies(attempt -> {
                            assertThat(attempt.subject().domain()).isEqualTo("rtc/rtcdev");
                            assertThat(attempt.subject().app()).isEqualTo("ch1");
                            assertThat(attempt.subject().stream()).isEqualTo("task1");
                        }));
    }

    private static void configured(String name, Signing signing) {
        String domain = name + ".example.com";
        NODE.assign(domain).dialectConfig(name, domain, RECEIVER.url("/" + name), RECORDINGS, FORMAT, signing);
    }

    private static ReceivedRequest only(String path) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.requestsTo(path)).hasSize(1));
        return RECEIVER.requestsTo(path).getFirst();
    }

    private static void assertSigned(ReceivedRequest request, String key) {
        String timestamp = Objects.requireNonNull(request.header("ali-live-timestamp"));
        assertThat(Instant.ofEpochSecond(Long.parseLong(timestamp)))
                .isBetween(request.at().minusSeconds(300), request.at().plusSeconds(300));
        assertThat(request.header("ali-live-signature")).isEqualTo(md5("127.0.0.1|" + timestamp + "|" + key));
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
