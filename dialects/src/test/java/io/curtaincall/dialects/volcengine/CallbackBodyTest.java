package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat.Content;
import io.curtaincall.dialects.port.CallbackFormat.Preset;
import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.dialects.port.CallbackFormat.Unsigned;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallbackBodyTest {
    private static final Instant OCCURRED = Instant.ofEpochMilli(1640849510029L);
    private final VolcengineCallbackFormat format = new VolcengineCallbackFormat();

    @Test
    void a_push_that_starts_is_told_of_with_every_documented_field() {
        String data = "{\"taskId\":\"seq-1\",\"sessionId\":\"ses-1\",\"pushArgs\":{\"callback_a\":\"1 2\"}}";
        assertThat(content(Topic.STREAM_STARTED, data)).isEqualTo(new Content("application/json", """
                {"code":0,"message":"ok","data":{"vhost":"push.example.com","domain":"push.example.com","app":"live",\
                "stream":"s","priority":0,"backup_count":"1","event_type":"push_start","sign":"","t":0,\
                "detail":{"time":1640849510,"time_ms":1640849510029,"transcoded":false,"fp_node_ip":"",\
                "fp_client_ip":"","fp_user_url":"callback_a=1%202","session_id":"ses-1","sequence_id":"seq-1"}}}"""));
    }

    @Test
    void a_push_that_ends_and_a_snapshot_have_their_types() {
        assertThat(content(Topic.STREAM_ENDED, "{}").body()).contains("\"event_type\":\"push_end\",\"sign\":\"\"");
        String data = "{\"file\":{\"uri\":\"s3://b/k.jpg\",\"format\":\"jpg\",\"sizeBytes\":40960,\"width\":1280}}";
        JsonNode detail = detail(content(Topic.SNAPSHOT_TAKEN, data).body(), "snapshot_event");
        assertThat(detail.path("file").toString())
                .isEqualTo("{\"uri\":\"s3://b/k.jpg\",\"format\":\"jpg\",\"size_bytes\":40960,\"width\":1280}");
    }

    @ParameterizedTest
    @CsvSource({
        "RECORDING_STARTED, started",
        "RECORDING_PAUSED, paused",
        "RECORDING_RESUMED, resumed",
        "RECORDING_FILE_COMPLETED, file_completed",
        "RECORDING_OVER, over",
        "RECORDING_FAILED, failed",
    })
    void every_step_of_a_recording_is_a_record_event_that_says_which(Topic topic, String status) {
        JsonNode detail = detail(content(topic, "{\"taskId\":\"t1\"}").body(), "record_event");
        assertThat(detail.path("status").asString()).isEqualTo(status);
        assertThat(detail.path("task_id").asString()).isEqualTo("t1");
        assertThat(detail.path("time_ms").asLong()).isEqualTo(OCCURRED.toEpochMilli());
    }

    @Test
    void what_the_event_tells_of_its_file_and_its_error_is_passed_on_in_snake_case() {
        String data = """
                {"origin":{"server":"x","rawEvent":"y"},"segment":2,
                 "file":{"uri":"file:///a","format":"flv","durationSeconds":9.980,"videoCodec":"h264","monstrous":1e999999999},
                 "error":{"code":"NO_FILE","retryable":false}}""";
        assertThat(content(Topic.RECORDING_FAILED, data).body())
                .endsWith("\"status\":\"failed\",\"segment\":2,\"file\":{\"uri\":\"file:///a\",\"format\":\"flv\","
                        + "\"duration_seconds\":9.980,\"video_codec\":\"h264\"},"
                        + "\"error\":{\"code\":\"NO_FILE\",\"retryable\":false}}}}");
    }

    @Test
    void a_snapshot_is_told_by_the_same_fields_and_nothing_else() {
        String data = """
                {"origin":{"server":"x"},"file":{"uri":"file:///a.jpg","width":640},"sessionId":"s1","taskId":"t1",\
                "segment":2,"totals":{"files":3},"error":{"code":"X"},"pushArgs":{"callback_a":"b"},"other":1}""";
        JsonNode detail = detail(content(Topic.SNAPSHOT_TAKEN, data).body(), "snapshot_event");
        assertThat(detail.propertyNames())
                .containsExactlyInAnyOrder(
                        "time", "time_ms", "file", "session_id", "task_id", "segment", "totals", "error");
        assertThat(detail.path("file").toString()).isEqualTo("{\"uri\":\"file:///a.jpg\",\"width\":640}");
    }

    @ParameterizedTest
    @EnumSource(Topic.class)
    void what_the_format_knows_it_can_tell_with_the_signature_in_place(Topic topic) {
        if (!format.topics().contains(topic)) return;
        String planned = content(topic, "{\"taskId\":\"\\\"sign\\\":\\\"\\\",\\\"t\\\":0,\"}")
                .body();
        JsonNode data = data(signed(planned, OCCURRED, "key123"));
        assertThat(data.path("sign").asString()).isNotEmpty();
        assertThat(data.path("t").asLong()).isEqualTo(1640849510 + 600);
    }

    @Test
    void the_signature_is_that_of_the_vector_and_valid_for_ten_minutes() {
        JsonNode data = data(signed(content(Topic.STREAM_STARTED, "{}").body(), OCCURRED, "key123"));
        assertThat(data.path("t").asLong()).isEqualTo(1640850110);
        assertThat(data.path("sign").asString()).isEqualTo("7be046065554da527922a568a5786563");
    }

    @Test
    void without_a_key_the_signature_is_empty_and_the_expiry_zero() {
        String planned = content(Topic.STREAM_STARTED, "{}").body();
        Unsigned attempt = new Unsigned("r.example", OCCURRED, "none", null, planned);
        assertThat(format.sign(attempt).body()).isEqualTo(planned);
        assertThat(format.sign(attempt).headers()).isEmpty();
        assertThat(data(planned).path("sign").asString()).isEmpty();
        assertThat(data(planned).path("t").asLong()).isZero();
    }

    @Property(tries = 300)
    void a_receiver_that_goes_by_the_formula_believes_any_body_and_any_key(
            @ForAll String app, @ForAll String key, @ForAll @LongRange(min = 0, max = 4102444800L) long second)
            throws Exception {
        String planned =
                content(Topic.RECORDING_OVER, "{\"taskId\":\"t\"}", text(app)).body();
        JsonNode data = data(signed(planned, Instant.ofEpochSecond(second), text(key)));
        String expected = text(key) + data.path("t").asLong();
        assertThat(data.path("app").asString()).isEqualTo(text(app));
        assertThat(data.path("t").asLong()).isEqualTo(second + 600);
        assertThat(data.path("sign").asString())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("MD5").digest(expected.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void three_resends_follow_three_seconds_apart_and_others_until_ten_minutes_are_over() {
        Preset preset = format.preset();
        assertThat(preset.timeout()).isEqualTo(Duration.ofSeconds(4));
        assertThat(preset.quickAttempts()).isEqualTo(4);
        assertThat(preset.quickWait()).isEqualTo(Duration.ofSeconds(3));
        assertThat(preset.success()).isEqualTo(Success.ONLY_200);
        List<Duration> schedule = Objects.requireNonNull(preset.schedule());
        Duration waits = schedule.stream().reduce(Duration.ZERO, Duration::plus);
        int attempts = preset.quickAttempts() + schedule.size();
        Duration latest = waits.multipliedBy(110)
                .dividedBy(100)
                .plus(preset.quickWait().multipliedBy(3))
                .plus(preset.timeout().multipliedBy(attempts - 1));
        assertThat(latest).isBetween(Duration.ofMinutes(9), Duration.ofMinutes(10));
        assertThat(preset.deadline()).isEqualTo(Duration.ofMinutes(10));
    }

    private String signed(String planned, Instant at, String key) {
        return format.sign(new Unsigned("r.example", at, "volcengine-live", key, planned))
                .body();
    }

    private static JsonNode data(String body) {
        JsonNode whole = new JsonMapper().readTree(body);
        assertThat(whole.path("code").asInt(-1)).isZero();
        assertThat(whole.path("message").asString()).isEqualTo("ok");
        return whole.path("data");
    }

    private static JsonNode detail(String body, String eventType) {
        assertThat(data(body).path("event_type").asString()).isEqualTo(eventType);
        return data(body).path("detail");
    }

    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private Content content(Topic topic, String data) {
        return content(topic, data, "live");
    }

    private Content content(Topic topic, String data, String app) {
        LiveEventReported event = new LiveEventReported(
                LiveEventKey.of("/n", "1"),
                "/n",
                "1",
                topic,
                "push.example.com",
                app,
                "s",
                new AccountId("acme"),
                "{\"data\":" + data + "}",
                OCCURRED,
                OCCURRED.plusMillis(5));
        return format.content(event, new Recipient("cb_1", "nc_1"));
    }
}
