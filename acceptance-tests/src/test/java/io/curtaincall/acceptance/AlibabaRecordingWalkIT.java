package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.alibaba.DocumentedCallback;
import io.curtaincall.acceptance.alibaba.Refused;
import io.curtaincall.acceptance.alibaba.Wire;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A recording config's whole life, with real callbacks and their records, in every way the vendor's SDKs speak. */
@InBothShapes
class AlibabaRecordingWalkIT {
    private static final String THANKS = "{\"Code\":0,\"Msg\":\"Success\"}";
    private static final String MOVED = "/moved";

    private final AlibabaScene scene;

    AlibabaRecordingWalkIT(Shape shape) {
        scene = AlibabaScene.ofNewAccount(shape);
        scene.receiver().on(AlibabaScene.NOTIFY, Answer.withBody(200, THANKS));
        scene.receiver().on(MOVED, Answer.withBody(200, THANKS));
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_config_is_added_described_updated_called_back_recorded_and_deleted(Wire wire) throws Exception {
        add(wire);
        requireCallbacks(wire);
        move(wire);
        requireRecords(wire);

        requireRequestId(call(wire, "DeleteLiveRecordNotifyConfig", Map.of()));

        Refused gone = Refused.of(wire, scene.sdk(), "DescribeLiveRecordNotifyConfig", withDomain(Map.of()));
        assertThat(gone.code()).isEqualTo("InvalidConfig.NotFound");
        assertThat(gone.status()).isEqualTo(404);
        await().atMost(Scene.SOON)
                .untilAsserted(
                        () -> assertThat(scene.planned(scene.fileCompleted())).isEmpty());
    }

    private void add(Wire wire) throws Exception {
        Map<String, Object> terms = new HashMap<>(Map.of(
                "NotifyUrl", scene.receiver().url(AlibabaScene.NOTIFY),
                "OnDemandUrl", scene.receiver().url("/ask?a=1&b=*~+"),
                "NeedStatusNotify", true));
        if (wire.hasAllParameters()) terms.putAll(Map.of("NotifyReqAuth", true, "NotifyAuthKey", AlibabaScene.KEY));

        requireRequestId(call(wire, "AddLiveRecordNotifyConfig", terms));

        terms.put("DomainName", scene.domain());
        JsonNode described = describe(wire);
        terms.forEach((name, value) ->
                assertThat(described.path(name).asText()).as(name).isEqualTo(String.valueOf(value)));
    }

    private void requireCallbacks(Wire wire) {
        scene.reportUntilPlanned(scene::started);
        scene.reportUntilPlanned(scene::fileCompleted);
        List<DocumentedCallback> callbacks = scene.awaitCallbacks(AlibabaScene.NOTIFY, 2);
        assertThat(callbacks)
                .filteredOn(DocumentedCallback::isStatus)
                .isNotEmpty()
                .allSatisfy(callback -> assertThat(callback.status().event()).isEqualTo("record_started"));
        assertThat(callbacks)
                .filteredOn(callback -> !callback.isStatus())
                .isNotEmpty()
                .allSatisfy(callback -> assertThat(callback.file().stream()).isEqualTo("demo"));
        if (wire.hasAllParameters()) {
            assertThat(callbacks).allSatisfy(callback -> callback.requireSigned("127.0.0.1", AlibabaScene.KEY));
        }
    }

    /** What is not sent stays as it was, and so does what the SDK cannot send. */
    private void move(Wire wire) throws Exception {
        String moved = scene.receiver().url(MOVED);
        Map<String, Object> change = Map.of("NotifyUrl", moved, "OnDemandUrl", "", "NeedStatusNotify", false);
        requireRequestId(call(wire, "UpdateLiveRecordNotifyConfig", change));

        JsonNode described = describe(wire);
        assertThat(described.path("NotifyUrl").asText()).isEqualTo(moved);
        assertThat(described.path("NeedStatusNotify").asText()).isEqualTo("false");
        assertThat(described.path("OnDemandUrl").asText().isEmpty()).isEqualTo(wire.hasAllParameters());
        if (wire.hasAllParameters()) {
            assertThat(described.path("NotifyReqAuth").asText()).isEqualTo("true");
            assertThat(described.path("NotifyAuthKey").asText()).isEqualTo(AlibabaScene.KEY);
        }
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.planned(scene.started())).isEmpty());
        scene.reportUntilPlanned(scene::fileCompleted);
        scene.awaitCallbacks(MOVED, 1);
    }

    private void requireRecords(Wire wire) throws Exception {
        Map<String, Object> all = Map.of("PageSize", 500, "PageNumber", 1);
        int count = scene.callbacks(); // each is answered well, so each is one record
        JsonNode found = await().atMost(Scene.SOON)
                .until(() -> records(wire, all), page -> page.path("TotalNum").asInt() == count);
        assertThat(found.path("Code").asInt(-1)).isZero();
        assertThat(found.path("Msg").asText()).isEqualTo("ok");
        assertThat(found.path("PageSize").asInt()).isEqualTo(500);
        List<JsonNode> rows = Scene.elements(found.path("CallbackList"));
        assertThat(rows).hasSize(count).allSatisfy(this::requireDelivered);
        assertThat(rows)
                .extracting(row -> row.path("NotifyType").asText())
                .contains("file_created", "record_started")
                .hasSize(count);
        assertThat(rows)
                .extracting(row -> row.path("NotifyTime").asText())
                .isSortedAccordingTo((a, b) -> b.compareTo(a));

        JsonNode second = records(wire, Map.of("PageSize", 2, "PageNumber", 2, "Status", "success"));
        assertThat(second.path("PageNum").asInt()).isEqualTo(2);
        assertThat(second.path("TotalPage").asInt()).isEqualTo(Math.ceilDiv(count, 2));
        assertThat(second.path("CallbackList").path(0)).isEqualTo(rows.get(2));
        assertThat(total(wire, Map.of("AppName", "live", "StreamName", "demo"))).isEqualTo(count);
        assertThat(total(wire, Map.of("AppName", "live", "StreamName", "nobody")))
                .isZero();
        assertThat(total(wire, Map.of("Status", "failed"))).isZero();
    }

    private void requireDelivered(JsonNode row) {
        assertThat(row.path("DomainName").asText()).isEqualTo(scene.domain());
        assertThat(row.path("AppName").asText()).isEqualTo("live");
        assertThat(row.path("StreamName").asText()).isEqualTo("demo");
        assertThat(row.path("NotifyResult").asText()).isEqualTo("success");
        assertThat(row.path("Description").asText()).isEqualTo("success");
        assertThat(row.path("NotifyResponse").asText()).isEqualTo(THANKS);
        assertThat(row.path("NotifyHeader").asText())
                .contains("\"Content-Type\":[\"application/json; charset=utf-8\"]");
        assertThat(scene.receiver().requests()).anySatisfy(request -> {
            assertThat(row.path("NotifyContent").asText()).isEqualTo(request.text());
            assertThat(row.path("NotifyUrl").asText())
                    .isEqualTo(scene.receiver().url(request.path()));
        });
    }

    private JsonNode describe(Wire wire) throws Exception {
        JsonNode answer = call(wire, "DescribeLiveRecordNotifyConfig", Map.of());
        requireRequestId(answer);
        return answer.path("LiveRecordNotifyConfig");
    }

    /** Page and its size are documented as required and as having defaults; they may be left out. */
    private int total(Wire wire, Map<String, Object> filter) throws Exception {
        JsonNode page = records(wire, filter);
        assertThat(page.path("PageNum").asInt()).isOne();
        assertThat(page.path("PageSize").asInt()).isEqualTo(20);
        return page.path("TotalNum").asInt(-1);
    }

    private JsonNode records(Wire wire, Map<String, Object> filter) throws Exception {
        Map<String, Object> question = new HashMap<>(filter);
        question.put("StartTime", AlibabaScene.hoursFromNow(-1));
        question.put("EndTime", AlibabaScene.hoursFromNow(1));
        JsonNode answer = call(wire, "DescribeLiveRecordNotifyRecords", question);
        requireRequestId(answer);
        return answer;
    }

    private JsonNode call(Wire wire, String action, Map<String, Object> parameters) throws Exception {
        return wire.call(scene.sdk(), action, withDomain(parameters));
    }

    private Map<String, Object> withDomain(Map<String, Object> parameters) {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("DomainName", scene.domain());
        return all;
    }

    private static void requireRequestId(JsonNode answer) {
        assertThat(answer.path("RequestId").asText()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    }
}
