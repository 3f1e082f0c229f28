package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.standardwebhooks.Webhook;
import io.curtaincall.acceptance.volcengine.DocumentedCallback;
import io.curtaincall.acceptance.volcengine.VolcengineClient;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.huawei.RecordMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One event of one domain for which every vendor's dialect and our own API have a config. */
@InBothShapes
class DialectsTogetherIT {
    private static final String OWN = "/own";
    private static final List<String> RECEIVERS =
            List.of(AlibabaScene.NOTIFY, DialectsScene.VOLCENGINE, DialectsScene.HUAWEI, OWN);

    /** The stream of the event by which all is looked at, and of no other. */
    private static final String LAST = "last-of-all";

    private final DialectsScene dialects;
    private final AlibabaScene scene;

    DialectsTogetherIT(Shape shape) {
        dialects = new DialectsScene(shape);
        scene = dialects.scene();
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void one_event_is_told_in_each_format_and_the_records_are_found_through_each_dialect() throws Exception {
        String secret = addConfigs();
        scene.reportUntilPlanned(RECEIVERS.size(), scene::fileCompleted);
        assertThat(scene.planned(LiveEvents.fileCompleted(scene.domain(), "live", LAST)
                        .with("pushArgs", Map.of("callback_args1", "value1"))))
                .hasSize(RECEIVERS.size());
        for (String path : RECEIVERS) {
            await().atMost(Scene.SOON).until(() -> !last(path).isEmpty());
        }
        requireVerified(secret);
        requireRecorded();
        assertThat(RECEIVERS).allSatisfy(path -> assertThat(last(path)).hasSize(1));
        int callbacks = scene.callbacks();
        assertThat(scene.awaitRecords(scene.asking(), callbacks).getTotalNum()).isEqualTo(callbacks);
        assertThat(volcengineRecords(dialects.volcengineQuestion())
                        .at("/Pagination/TotalCount")
                        .asInt())
                .isEqualTo(callbacks);
    }

    /** One of each format; the secret by which our own is signed. */
    private String addConfigs() throws Exception {
        scene.sdk().send(scene.adding());
        dialects.volcengine().universal("UpdateCallback", dialects.volcengineConfig(scene.domain()));
        dialects.huawei().createRecordCallbackConfig(dialects.huaweiConfig(scene.domain()));
        JsonNode own = scene.controlPlane()
                .addConfig(scene.domain(), scene.receiver().url(OWN))
                .expect(201)
                .json();
        return own.at("/signing/secret").asText();
    }

    /** What came of the last event to one of the receivers. */
    private List<ReceivedRequest> last(String path) {
        return scene.receiver().requestsTo(path).stream()
                .filter(request -> request.text().contains(LAST))
                .toList();
    }

    /** By each receiver as its vendor's pages say. */
    private void requireVerified(String secret) throws Exception {
        var alibaba = new io.curtaincall.acceptance.alibaba.DocumentedCallback(
                last(AlibabaScene.NOTIFY).getFirst());
        alibaba.requireSigned("127.0.0.1", AlibabaScene.KEY);
        assertThat(alibaba.file().stream()).isEqualTo(LAST);
        DocumentedCallback enveloped =
                new DocumentedCallback(last(DialectsScene.VOLCENGINE).getFirst());
        enveloped.requireSigned(VolcengineScene.KEY);
        assertThat(enveloped.content().path("stream").asText()).isEqualTo(LAST);
        ReceivedRequest request = last(DialectsScene.HUAWEI).getFirst();
        RecordMessage message = RecordMessage.read(request.text());
        message.requireHmacSha256(HuaweiScene.KEY, request.at());
        assertThat(message.text("stream")).isEqualTo(LAST);
        ReceivedRequest own = last(OWN).getFirst();
        new Webhook(secret).verify(own.text(), headers(own));
    }

    /** All four callbacks of the last event as delivered, through each dialect that has records and our own API. */
    private void requireRecorded() throws Exception {
        var asking = scene.asking();
        asking.setStreamName(LAST);
        asking.setStatus("success");
        assertThat(scene.awaitRecords(asking, RECEIVERS.size()).getCallbackList())
                .extracting(record -> record.getNotifyUrl())
                .containsExactlyInAnyOrderElementsOf(
                        RECEIVERS.stream().map(scene.receiver()::url).toList());
        Map<String, Object> question = new HashMap<>(dialects.volcengineQuestion());
        question.put("Stream", LAST);
        question.put("CallbackStatus", List.of("success"));
        JsonNode found = volcengineRecords(question);
        assertThat(found.at("/Pagination/TotalCount").asInt()).isEqualTo(RECEIVERS.size());
        assertThat(Scene.elements(found.path("CallbackInfoList")))
                .extracting(row -> row.path("CallbackAddress").asText() + " "
                        + row.path("CallbackStatus").asText() + " "
                        + row.path("Stream").asText())
                .containsExactlyInAnyOrderElementsOf(RECEIVERS.stream()
                        .map(path -> scene.receiver().url(path) + " success " + LAST)
                        .toList());
        String own = "domain=" + scene.domain() + "&stream=" + LAST + "&status=success";
        await().atMost(Scene.SOON)
                .untilAsserted(
                        () -> assertThat(scene.controlPlane().allRecords(own)).hasSize(RECEIVERS.size()));
    }

    private JsonNode volcengineRecords(Map<String, Object> question) throws Exception {
        return VolcengineClient.UNIVERSAL
                .call(dialects.volcengine(), "DescribeLiveCallbackData", question)
                .path("Result");
    }

    private static Map<String, List<String>> headers(ReceivedRequest request) {
        Map<String, List<String>> headers = new HashMap<>();
        request.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return headers;
    }
}
