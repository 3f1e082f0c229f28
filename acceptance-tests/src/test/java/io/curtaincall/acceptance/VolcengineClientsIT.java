package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.volcengine.Refused;
import io.curtaincall.acceptance.volcengine.VolcengineClient;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every operation in every way in which the vendor's SDKs have it. */
@InBothShapes
class VolcengineClientsIT {
    private static final int RECORDS = 5;
    private static final String MOVED = "/moved";

    private final VolcengineScene scene;

    VolcengineClientsIT(Shape shape) {
        scene = new VolcengineScene(shape);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @ParameterizedTest
    @EnumSource
    void a_config_is_kept_described_changed_called_back_and_deleted(VolcengineClient client) throws Exception {
        JsonNode kept = call(client, "UpdateCallback", config(VolcengineScene.NOTIFY));
        assertThat(kept.at("/ResponseMetadata/Action").asText()).isEqualTo("UpdateCallback");
        assertThat(kept.at("/ResponseMetadata").has("Error")).isFalse();
        requireDescribed(client, VolcengineScene.NOTIFY);
        call(client, "UpdateCallback", config(MOVED));
        requireDescribed(client, MOVED);

        await().atMost(Scene.SOON).until(() -> {
            scene.planned(LiveEvents.fileCompleted(scene.domain(), "live", "demo"));
            return scene.receiver().count(MOVED) > 0;
        });
        scene.awaitCallbacks(MOVED, 1).forEach(callback -> {
            callback.requireUnsigned();
            assertThat(callback.eventType()).isEqualTo("record_event");
        });

        Map<String, Object> all = Map.of("Vhost", scene.domain());
        assertThat(call(client, "DeleteCallback", all).has("Result")).isFalse();
        assertThat(described(client)).isEmpty();
        assertThat(Refused.whenever(() -> client.call(scene.sdk(), "DeleteCallback", all)))
                .matches(gone -> gone.is(404, 0, "ResourceNotFound"));
    }

    private Map<String, Object> config(String path) {
        return Map.of(
                "Vhost",
                scene.domain(),
                "App",
                "live",
                "MessageType",
                "record",
                "CallbackDetailList",
                List.of(Map.of("CallbackType", "http", "URL", scene.receiver().url(path))));
    }

    private void requireDescribed(VolcengineClient client, String path) throws Exception {
        assertThat(described(client)).singleElement().satisfies(config -> {
            assertThat(config.path("MessageType").asText()).isEqualTo("record");
            assertThat(config.path("Vhost").asText()).isEqualTo(scene.domain());
            assertThat(config.path("App").asText()).isEqualTo("live");
            assertThat(config.path("AuthEnable").asBoolean(true)).isFalse();
            assertThat(config.at("/CallbackDetailList/0/URL").asText())
                    .isEqualTo(scene.receiver().url(path));
        });
    }

    private List<JsonNode> described(VolcengineClient client) throws Exception {
        Map<String, Object> which = Map.of("Vhost", scene.domain(), "App", "live", "MessageType", "record");
        return Scene.elements(call(client, "DescribeCallback", which).at("/Result/CallbackList"));
    }

    private JsonNode call(VolcengineClient client, String action, Map<String, Object> parameters) throws Exception {
        assertThat(client.canSend(action, parameters)).isTrue();
        return client.call(scene.sdk(), action, parameters);
    }

    @ParameterizedTest
    @EnumSource(names = {"TYPED", "UNIVERSAL"})
    void records_are_told_page_by_page_each_once_and_newest_first(VolcengineClient client) throws Exception {
        scene.keep("push");
        for (int i = 0; i < RECORDS; i++) {
            scene.reportUntilPlanned(() -> LiveEvents.streamStarted(scene.domain(), "live", "demo"));
        }
        scene.awaitRecords(scene.asking(), RECORDS);
        List<JsonNode> rows = new ArrayList<>();
        for (int number = 1; number <= 4; number++) {
            JsonNode page = page(client, number, 2);
            assertThat(pagination(page)).isEqualTo(number + " 2 " + RECORDS);
            rows.addAll(Scene.elements(page.path("CallbackInfoList")));
        }
        assertThat(rows)
                .extracting(row -> row.path("CallbackBody").asText())
                .containsExactlyInAnyOrderElementsOf(scene.receiver().requestsTo(VolcengineScene.NOTIFY).stream()
                        .map(ReceivedRequest::text)
                        .toList());
        assertThat(rows)
                .extracting(row -> row.path("CallbackTime").asText())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));

        JsonNode whole = page(client, 1, 1000);
        assertThat(pagination(whole)).isEqualTo("1 1000 " + RECORDS);
        assertThat(Scene.elements(whole.path("CallbackInfoList"))).isEqualTo(rows);
    }

    private JsonNode page(VolcengineClient client, int number, int size) throws Exception {
        Map<String, Object> question = new HashMap<>(Map.of(
                "StartTime", VolcengineScene.hoursFromNow(-1),
                "EndTime", VolcengineScene.hoursFromNow(1),
                "DomainList", List.of(scene.domain()),
                "CallbackEventType", List.of("push_start"),
                "CallbackStatus", List.of("success")));
        question.putAll(Map.of("PageNum", number, "PageSize", size));
        return call(client, "DescribeLiveCallbackData", question).path("Result");
    }

    private static String pagination(JsonNode page) {
        JsonNode pagination = page.path("Pagination");
        return pagination.path("PageNum").asInt() + " "
                + pagination.path("PageSize").asInt() + " "
                + pagination.path("TotalCount").asInt();
    }
}
