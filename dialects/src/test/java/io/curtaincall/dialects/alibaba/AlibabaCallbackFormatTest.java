package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.dialects.port.CallbackFormat.Content;
import io.curtaincall.dialects.port.CallbackFormat.Recipient;
import io.curtaincall.dialects.port.CallbackFormat.Signed;
import io.curtaincall.dialects.port.CallbackFormat.Unsigned;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlibabaCallbackFormatTest {
    private static final Recipient RECIPIENT = new Recipient("cb_1", "Sub-9799B2C45009799B2C4500");
    private final AlibabaCallbackFormat format = new AlibabaCallbackFormat();

    @Test
    void a_file_is_told_of_as_documented_and_without_an_event() {
        String data = """
                {"pushArgs":{"callback_args1":"value1","auth_key":"secret"},
                 "file":{"uri":"oss://bucket/a/s/0_2017-03-08.flv","durationSeconds":69.403,
                         "startTime":"2017-03-08T15:09:46Z","endTime":"2017-03-08T15:10:40Z"}}""";
        assertThat(content(Topic.RECORDING_FILE_COMPLETED, data))
                .isEqualTo(new Content("application/json; charset=utf-8", """
                        {"domain":"live.example.com","app":"a","stream":"s","uri":"a/s/0_2017-03-08.flv",\
                        "duration":69.403,"start_time":1488985786,"stop_time":1488985840,\
                        "push_args":{"callback_args1":"value1"}}"""));
    }

    @Test
    void what_a_file_does_not_tell_of_its_times_is_worked_out() {
        assertThat(content(Topic.RECORDING_FILE_COMPLETED, "{\"file\":{\"object\":\"k.mp4\",\"durationSeconds\":10}}")
                        .body())
                .isEqualTo("{\"domain\":\"live.example.com\",\"app\":\"a\",\"stream\":\"s\",\"uri\":\"k.mp4\","
                        + "\"duration\":10.0,\"start_time\":1712656420,\"stop_time\":1712656430}");
        assertThat(content(Topic.RECORDING_FILE_COMPLETED, "{\"file\":{\"uri\":\"file:///rec/k.flv\"}}")
                        .body())
                .contains("\"uri\":\"/rec/k.flv\",\"duration\":0.0,");
    }

    @Test
    void a_path_that_is_not_encoded_as_it_should_be_is_told_all_the_same() {
        assertThat(content(Topic.RECORDING_FILE_COMPLETED, "{\"file\":{\"uri\":\"file:///rec/my stream.flv\"}}")
                        .body())
                .contains("\"uri\":\"/rec/my stream.flv\",");
        assertThat(content(Topic.RECORDING_FILE_COMPLETED, "{\"file\":{\"uri\":\"s3://bucket/my stream.flv\"}}")
                        .body())
                .contains("\"uri\":\"my stream.flv\",");
    }

    @Test
    void a_monstrous_number_is_refused_and_not_written_out() {
        assertThatThrownBy(() -> content(
                        Topic.RECORDING_FILE_COMPLETED, "{\"file\":{\"uri\":\"k\",\"durationSeconds\":1e999999999}}"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(content(
                                Topic.RECORDING_FILE_COMPLETED,
                                "{\"file\":{\"uri\":\"k\",\"durationSeconds\":1e-999999999}}")
                        .body())
                .contains("\"duration\":0.0,");
    }

    @ParameterizedTest
    @CsvSource({
        "RECORDING_STARTED,,record_started",
        "RECORDING_PAUSED,,record_paused",
        "RECORDING_RESUMED,,record_resumed",
        "RECORDING_FAILED,NO_FILE,record_error",
        "RECORDING_FAILED,TRANSFORMAT_ERROR,transformat_error",
        "RECORDING_FAILED,RECORD_FORCE_TRANSCODE_FAIL,record_force_transcode_fail"
    })
    void a_status_has_four_fields_and_its_notify_type(Topic topic, String code, String event) {
        String body = content(topic, code == null ? "{}" : "{\"error\":{\"code\":\"" + code + "\"}}")
                .body();
        assertThat(body)
                .isEqualTo(
                        "{\"domain\":\"live.example.com\",\"app\":\"a\",\"stream\":\"s\",\"event\":\"" + event + "\"}");
        assertThat(AlibabaCallbackTopics.notifyType(topic, body)).isEqualTo(event);
    }

    @Test
    void a_relay_is_told_of_as_documented_with_the_same_message_id_each_time() {
        String data = """
                {"appId":"rtcdev","channelId":"ch1","taskId":"mpucallbacktest","eventCode":1,
                 "dstUrl":"rtmp://domain/app/stream?auth"}""";
        Content content = content(Topic.MPU_STATE_CHANGED, data);
        String msgId = AlibabaCallbackOfRelay.msgId("cb_1");
        assertThat(msgId).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(content).isEqualTo(content(Topic.MPU_STATE_CHANGED, data));
        assertThat(content).isEqualTo(new Content("application/json", "{\"EventType\":1,\"MsgId\":\"" + msgId + """
                ","AppId":"rtcdev","SubId":"Sub-9799B2C45009799B2C4500","TaskId":"mpucallbacktest",\
                "CallbackTs":1712656430476,"Payload":{"DstUrl":"rtmp://domain/app/stream?auth",\
                "EventTs":1712656430384,"EventCode":1,"ErrorCode":0,"ErrorMessage":""}}"""));
    }

    @Test
    void the_kind_of_a_failure_is_read_where_it_stands_and_nowhere_else() {
        assertThat(AlibabaCallbackTopics.notifyType(
                        Topic.RECORDING_FAILED, "{\"stream\":\"record_error\",\"event\":\"transformat_error\"}"))
                .isEqualTo("transformat_error");
        assertThat(AlibabaCallbackTopics.notifyType(
                        Topic.RECORDING_FAILED, "{\"data\":{\"error\":{\"code\":\"RECORD_FORCE_TRANSCODE_FAIL\"}}}"))
                .isEqualTo("record_force_transcode_fail");
        assertThat(AlibabaCallbackTopics.notifyType(Topic.RECORDING_FAILED, "no JSON"))
                .isEqualTo("record_error");
    }

    @Test
    void what_the_vendor_has_no_name_for_keeps_ours() {
        assertThat(AlibabaCallbackTopics.notifyType(Topic.RECORDING_OVER, "{}")).isEqualTo("recording.over");
    }

    @Test
    void the_signature_is_that_of_the_vector_and_absent_without_a_key() {
        String host = "learn.aliyundoc.com";
        Instant at = Instant.ofEpochSecond(1519375990);
        assertThat(format.sign(new Unsigned(host, at, "alibaba-live", "yourkey", "{}"))
                        .headers())
                .isEqualTo(Map.of(
                        "ALI-LIVE-TIMESTAMP", "1519375990", "ALI-LIVE-SIGNATURE", "9e226fc2c250be266e3657e156f68c12"));
        assertThat(format.sign(new Unsigned(host, at, "none", null, "{}"))).isEqualTo(new Signed(Map.of(), "{}"));
    }

    @Test
    void five_resends_follow_a_second_apart_and_then_the_usual_schedule() {
        assertThat(format.preset().timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(format.preset().quickAttempts()).isEqualTo(6);
        assertThat(format.preset().quickWait()).isEqualTo(Duration.ofSeconds(1));
        assertThat(format.preset().schedule()).isNull();
    }

    private Content content(Topic topic, String data) {
        Instant reported = Instant.ofEpochMilli(1712656430476L);
        return format.content(
                new LiveEventReported(
                        LiveEventKey.of("/n", "1"),
                        "/n",
                        "1",
                        topic,
                        "live.example.com",
                        "a",
                        "s",
                        new AccountId("acme"),
                        "{\"data\":" + data + "}",
                        Instant.ofEpochMilli(1712656430384L),
                        reported),
                RECIPIENT);
    }
}
