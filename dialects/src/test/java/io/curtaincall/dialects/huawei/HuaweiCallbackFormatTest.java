package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.dialects.port.CallbackFormat.Content;
import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.dialects.port.CallbackFormat.Signed;
import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.dialects.port.CallbackFormat.Unsigned;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.testsupport.huawei.RecordMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class HuaweiCallbackFormatTest {
    private static final Instant NOW = Instant.ofEpochSecond(1712656430);
    private static final String ANY = "RECORD_NEW_FILE_START,RECORD_FILE_COMPLETE,RECORD_OVER,RECORD_FAILED";
    private final HuaweiCallbackFormat format = new HuaweiCallbackFormat();

    @Test
    void a_file_is_told_of_in_the_documented_fields_and_their_order() {
        String data = """
                {"taskId":"task-1","segment":2,"file":{"uri":"s3://ignored/x","bucket":"b","object":"a/s 1.m3u8",
                 "endpoint":"obs.cn-north-4.example.com","format":"hls","sizeBytes":409656,"durationSeconds":9.983,
                 "startTime":"2017-03-08T15:09:46.123Z","endTime":"2017-03-08T23:10:40+08:00","width":640,"height":360}}""";
        Content content = content(Topic.RECORDING_FILE_COMPLETED, data);
        String jobId = RecordMessage.read(content.body()).text("job_id");
        String assetId = RecordMessage.read(content.body()).text("asset_id");
        assertThat(jobId).matches("[0-9a-f]{32}").isNotEqualTo(assetId);
        assertThat(content)
                .isEqualTo(new Content(
                        "application/json; charset=utf-8",
                        "{\"project_id\":\"p-1\",\"job_id\":\"" + jobId + """
                        ","task_id":"task-1","event_type":"RECORD_FILE_COMPLETE","publish_domain":"live.example.com",\
                        "app":"a","stream":"s","record_format":"HLS",\
                        "download_url":"https://obs.cn-north-4.example.com/b/a/s%201.m3u8","asset_id":\"""" + assetId + """
                        ","file_size":409656,"record_duration":10,"start_time":"2017-03-08T15:09:46Z",\
                        "end_time":"2017-03-08T15:10:40Z","width":640,"height":360,\
                        "obs_location":"https://obs.cn-north-4.example.com","obs_bucket":"b","obs_object":"a/s 1.m3u8"}"""));
    }

    @Test
    void what_a_file_does_not_tell_is_worked_out_or_zero_and_empty() {
        RecordMessage message = message(
                Topic.RECORDING_FILE_COMPLETED,
                "{\"taskId\":\"t\",\"file\":{\"uri\":\"file:///rec/k.flv\",\"format\":\"flv\",\"durationSeconds\":10}}");
        assertThat(message.text("download_url")).isEqualTo("file:///rec/k.flv");
        assertThat(message.text("start_time")).isEqualTo("2024-04-09T09:53:40Z");
        assertThat(message.text("end_time")).isEqualTo("2024-04-09T09:53:50Z");
        assertThat(message.number("file_size")).isZero();
        assertThat(message.text("obs_bucket")).isEmpty();
        assertThat(message.text("obs_location")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "s3://b/dir/k.mp4, b, dir/k.mp4",
        "obs://b/k, b, k",
        "s3://b, b, ''",
        "s3:///, '', ''",
        "s3:, '', ''",
        "'s3://b/%zz', b, '%zz'",
        "'s3://b/a b%20c#d?e=f&g+h', b, 'a b%20c#d?e=f&g+h'",
        "s3://b//k, b, /k",
        "s3:///k, '', ''",
        "s3:b/k, '', ''",
        "https://x.example.com/k, '', ''",
        "file:///rec/k, '', ''",
    })
    void a_bucket_is_read_from_the_uri_of_one(String uri, String bucket, String object) {
        RecordMessage message = message(
                Topic.RECORDING_FILE_COMPLETED,
                "{\"taskId\":\"t\",\"file\":{\"uri\":\"" + uri + "\",\"format\":\"mp4\"}}");
        assertThat(message.text("obs_bucket")).isEqualTo(bucket);
        assertThat(message.text("obs_object")).isEqualTo(object);
        assertThat(message.text("download_url")).isEqualTo(uri);
    }

    @ParameterizedTest
    @CsvSource({
        "'s3://b/dir/a b%20#?.mp4', 'https://obs.example.com/b/dir/a%20b%2520%23%3F.mp4'",
        "'obs://b/直播.mp4', 'https://obs.example.com/b/%E7%9B%B4%E6%92%AD.mp4'",
        "s3://b//k, https://obs.example.com/b//k",
        "s3://b, s3://b",
        "s3://b/, s3://b/",
    })
    void an_object_is_encoded_below_its_endpoint_and_without_one_the_uri_is_told(String uri, String downloadUrl) {
        RecordMessage message = message(
                Topic.RECORDING_FILE_COMPLETED,
                "{\"taskId\":\"t\",\"file\":{\"uri\":\"" + uri
                        + "\",\"endpoint\":\"obs.example.com\",\"format\":\"mp4\"}}");
        assertThat(message.text("download_url")).isEqualTo(downloadUrl);
        assertThat(message.text("obs_bucket")).isEqualTo("b");
    }

    @Test
    void a_monstrous_number_is_refused_and_not_written_out() {
        String file = "{\"taskId\":\"t\",\"file\":{\"uri\":\"k\",\"format\":\"flv\",\"durationSeconds\":%s}}";
        assertThatThrownBy(() -> content(Topic.RECORDING_FILE_COMPLETED, file.formatted("1e999999999")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(message(Topic.RECORDING_FILE_COMPLETED, file.formatted("1e-999999999"))
                        .number("record_duration"))
                .isZero();
        assertThat(message(Topic.RECORDING_FILE_COMPLETED, file.formatted("0.5"))
                        .number("record_duration"))
                .isOne();
    }

    @ParameterizedTest
    @CsvSource({
        "RECORDING_STARTED, RECORD_NEW_FILE_START, RECORD_NEW_FILE_START",
        "RECORDING_STARTED, RECORD_START, RECORD_START",
        "RECORDING_STARTED, 'RECORD_OVER', RECORD_NEW_FILE_START",
        "RECORDING_RESUMED, RECORD_NEW_FILE_START, RECORD_NEW_FILE_START",
        "RECORDING_OVER, RECORD_OVER, RECORD_OVER",
        "RECORDING_FAILED, RECORD_FAILED, RECORD_FAILED",
    })
    void each_event_has_its_documented_name(Topic topic, String wanted, String type) {
        Content content = format.content(event(topic, "{\"taskId\":\"t\"}"), recipient(wanted));
        RecordMessage message = RecordMessage.read(content.body());
        assertThat(message.text("event_type")).isEqualTo(type);
        assertThat(message.text("task_id")).isEqualTo("t");
        assertThat(message.text("record_format")).isEmpty();
    }

    @Test
    void who_asked_for_both_beginnings_is_told_of_each_by_a_message_of_its_own() {
        LiveEventReported begun = event(Topic.RECORDING_STARTED, "{\"taskId\":\"t\"}");
        Map<String, String> wording =
                recipient("RECORD_START,RECORD_NEW_FILE_START").wording();
        List<RecordMessage> messages = format.messages(begun, wording).stream()
                .map(name -> format.content(begun, new Recipient("cb_1", "nc_1", wording, name)))
                .map(content -> RecordMessage.read(content.body()))
                .toList();
        assertThat(messages)
                .extracting(message -> message.text("event_type"))
                .containsExactly("RECORD_START", "RECORD_NEW_FILE_START");
        assertThat(format.messages(event(Topic.RECORDING_RESUMED, "{}"), wording))
                .containsExactly("");
    }

    @Test
    void a_pause_has_no_name_and_is_not_told() {
        assertThat(format.topics()).doesNotContain(Topic.RECORDING_PAUSED).hasSize(5);
        assertThatThrownBy(() -> content(Topic.RECORDING_PAUSED, "{}")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_file_has_the_same_job_when_it_begins_and_when_it_is_complete() {
        String begun = message(Topic.RECORDING_STARTED, "{\"taskId\":\"t\"}").text("job_id");
        String file = "{\"taskId\":\"t\",\"segment\":%d,\"file\":{\"uri\":\"file:///k\",\"format\":\"flv\"}}";
        assertThat(message(Topic.RECORDING_FILE_COMPLETED, file.formatted(1)).text("job_id"))
                .isEqualTo(begun);
        assertThat(message(Topic.RECORDING_FILE_COMPLETED, file.formatted(2)).text("job_id"))
                .isNotEqualTo(begun);
    }

    @Test
    void without_a_key_nothing_is_signed() {
        assertThat(format.sign(new Unsigned("h", NOW, "none", null, "{}"))).isEqualTo(new Signed(Map.of(), "{}"));
    }

    @Property(tries = 300)
    void a_receiver_verifies_whatever_the_texts_are(@ForAll String stream, @ForAll String key, @ForAll boolean md5)
            throws Exception {
        String text = new String(stream.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        String secret = "k" + key;
        String planned = format.content(
                        event(
                                Topic.RECORDING_OVER,
                                "{\"taskId\":" + new JsonMapper().writeValueAsString(text) + "}",
                                text),
                        recipient(ANY))
                .body();
        String scheme = md5 ? SignType.MD5.scheme() : SignType.HMACSHA256.scheme();
        Signed signed = format.sign(new Unsigned("h", NOW, scheme, secret, planned));
        assertThat(signed.headers()).isEmpty();
        assertThat(signed.body()).startsWith(planned.substring(0, planned.length() - 1));
        RecordMessage message = RecordMessage.read(signed.body());
        assertThat(message.text("stream")).isEqualTo(text);
        Instant justInTime = NOW.plus(HuaweiCallbackFormat.VALIDITY);
        if (md5) message.requireMd5(secret, justInTime);
        else message.requireHmacSha256(secret, justInTime);
        assertThatThrownBy(() -> message.requireHmacSha256(secret + "x", NOW))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> message.requireMd5(secret, justInTime.plusSeconds(1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void three_attempts_are_made_at_once_and_only_200_says_that_it_came() {
        assertThat(format.preset().quickAttempts()).isEqualTo(3);
        assertThat(format.preset().success()).isEqualTo(Success.ONLY_200);
        assertThat(format.preset().schedule()).isNull();
        assertThat(format.ownAppOnly()).isTrue();
    }

    private RecordMessage message(Topic topic, String data) {
        return RecordMessage.read(content(topic, data).body());
    }

    private Content content(Topic topic, String data) {
        return format.content(event(topic, data), recipient(ANY));
    }

    private static Recipient recipient(String events) {
        return new Recipient(
                "cb_1",
                "nc_1",
                Map.of("project_id", "p-1", "notify_event_subscription", events),
                Recipient.ONLY_MESSAGE);
    }

    private static LiveEventReported event(Topic topic, String data) {
        return event(topic, data, "s");
    }

    private static LiveEventReported event(Topic topic, String data, String stream) {
        return new LiveEventReported(
                LiveEventKey.of("/n", "1"),
                "/n",
                "1",
                topic,
                "live.example.com",
                "a",
                stream,
                new AccountId("acme"),
                "{\"data\":" + data + "}",
                NOW,
                NOW);
    }
}
