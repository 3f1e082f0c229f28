package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.params.provider.EnumSource.Mode.EXCLUDE;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.alibaba.DocumentedCallback;
import io.curtaincall.acceptance.alibaba.Refused;
import io.curtaincall.acceptance.alibaba.Wire;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A relay subscription's whole life, with real callbacks and their records, in every way the vendor's SDKs speak. */
@InBothShapes
class AlibabaRelayWalkIT {
    private static final String RELAY = "/relay";
    private static final String MOVED = "/moved";

    private final AlibabaScene scene;
    private final String appId;

    AlibabaRelayWalkIT(Shape shape) {
        scene = AlibabaScene.ofNewAccount(shape);
        appId = "App-" + scene.domain().replace('.', '-');
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    /** The typed newer SDK has none of these operations. */
    @ParameterizedTest
    @EnumSource(mode = EXCLUDE, names = "NEWER_TYPED")
    void a_subscription_is_created_described_updated_called_back_listed_and_deleted(Wire wire) throws Exception {
        String subId = create(wire);
        scene.reportUntilPlanned(() -> LiveEvents.relay(appId, "ch1", "mix"));
        assertThat(scene.awaitCallbacks(RELAY, 1))
                .extracting(DocumentedCallback::relay)
                .allSatisfy(told -> assertThat(told.subId()).isEqualTo(subId));
        move(wire, subId);
        requireList(wire, subId);

        requireRequestId(call(wire, "DeleteRtcMPUEventSub", Map.of()));

        Refused gone = Refused.of(wire, scene.sdk(), "DescribeRtcMPUEventSub", Map.of("AppId", appId));
        assertThat(gone.code()).isEqualTo("InvalidAppId");
        assertThat(gone.status()).isEqualTo(400);
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.planned(LiveEvents.relay(appId, "ch1", "mix")))
                        .isEmpty());
    }

    private String create(Wire wire) throws Exception {
        String url = scene.receiver().url(RELAY);
        JsonNode created = call(wire, "CreateRtcMPUEventSub", Map.of("ChannelIds", "ch1,ch2", "CallbackUrl", url));
        String subId = created.path("SubId").asText();
        assertThat(subId).matches("Sub-[0-9A-F]+");

        JsonNode described = describe(wire);
        assertThat(described.path("SubId").asText()).isEqualTo(subId);
        assertThat(described.path("AppId").asText()).isEqualTo(appId);
        assertThat(described.path("ChannelIds").asText().split(",")).containsExactlyInAnyOrder("ch1", "ch2");
        assertThat(described.path("CallbackUrl").asText()).isEqualTo(url);
        assertThat(described.path("CreateTime").asText()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        return subId;
    }

    private void move(Wire wire, String subId) throws Exception {
        String url = scene.receiver().url(MOVED);
        requireRequestId(call(wire, "UpdateRtcMPUEventSub", Map.of("ChannelIds", "", "CallbackUrl", url)));

        JsonNode described = describe(wire);
        assertThat(described.path("SubId").asText()).isEqualTo(subId);
        assertThat(described.has("ChannelIds")).isFalse();
        assertThat(described.path("CallbackUrl").asText()).isEqualTo(url);
        scene.reportUntilPlanned(() -> LiveEvents.relay(appId, "any-channel", "mix"));
        assertThat(scene.awaitCallbacks(MOVED, 1).getFirst().relay().subId()).isEqualTo(subId);
    }

    private void requireList(Wire wire, String subId) throws Exception {
        int count = scene.callbacks(); // each is answered well, so each is one record
        JsonNode found = await().atMost(Scene.SOON)
                .until(() -> list(wire, 100, 1), page -> page.path("Count").asInt() == count);
        assertThat(found.path("HasMore").asBoolean(true)).isFalse();
        List<JsonNode> logs = Scene.elements(found.path("Logs"));
        assertThat(logs).hasSize(count).allSatisfy(log -> requireLogged(log, subId));
        assertThat(logs)
                .extracting(log -> log.path("Data").asText())
                .containsExactlyInAnyOrderElementsOf(scene.receiver().requests().stream()
                        .map(ReceivedRequest::text)
                        .toList());

        assertThat(scene.controlPlane().allRecords("domain=rtc/" + appId)).hasSize(count);

        JsonNode first = list(wire, 1, 1);
        assertThat(first.path("Count").asInt()).isOne();
        assertThat(first.path("HasMore").asBoolean()).isTrue();
        assertThat(first.path("Logs").path(0)).isEqualTo(logs.getFirst());
        assertThat(list(wire, 1, count).path("HasMore").asBoolean(true)).isFalse();
    }

    private void requireLogged(JsonNode log, String subId) {
        assertThat(log.path("AppId").asText()).isEqualTo(appId);
        assertThat(log.path("SubId").asText()).isEqualTo(subId);
        assertThat(log.path("Data").asText())
                .contains("\"MsgId\":\"" + log.path("MsgId").asText() + "\"");
        assertThat(log.path("Time").asText()).matches("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z");
        assertThat(log.path("Cost").asLong(-1)).isNotNegative();
        assertThat(log.path("HTTPCode").asText()).isEqualTo("200");
        assertThat(log.path("CallbackUrl").asText())
                .isIn(scene.receiver().url(RELAY), scene.receiver().url(MOVED));
    }

    private JsonNode describe(Wire wire) throws Exception {
        return call(wire, "DescribeRtcMPUEventSub", Map.of()).path("SubInfo");
    }

    private JsonNode list(Wire wire, int size, int page) throws Exception {
        return call(
                wire,
                "ListRtcMPUEventSubRecord",
                Map.of(
                        "StartTime",
                        AlibabaScene.hoursFromNow(-1),
                        "EndTime",
                        AlibabaScene.hoursFromNow(1),
                        "PageSize",
                        size,
                        "PageNo",
                        page));
    }

    private JsonNode call(Wire wire, String action, Map<String, Object> parameters) throws Exception {
        Map<String, Object> all = new HashMap<>(parameters);
        all.put("AppId", appId);
        JsonNode answer = wire.call(scene.sdk(), action, all);
        requireRequestId(answer);
        return answer;
    }

    private static void requireRequestId(JsonNode answer) {
        assertThat(answer.path("RequestId").asText()).matches("[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}");
    }
}
