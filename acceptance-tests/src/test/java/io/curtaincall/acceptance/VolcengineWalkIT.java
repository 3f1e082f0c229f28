package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.volcengine.ApiException;
import com.volcengine.model.live.v20230101.DescribeCallbackResResultCallbackListItem;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataResResultCallbackInfoListItem;
import io.curtaincall.acceptance.volcengine.DocumentedCallback;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Configs kept by the vendor's SDKs, the callbacks that follow from them, and their records. */
@InBothShapes
class VolcengineWalkIT {
    private final VolcengineScene scene;

    /** What happens, by the message type of the config that tells it. */
    private final Map<String, Supplier<ReportedEvent>> events;

    VolcengineWalkIT(Shape shape) {
        scene = new VolcengineScene(shape);
        String domain = scene.domain();
        events = Map.of(
                "push", () -> LiveEvents.streamStarted(domain, "live", "demo"),
                "push_end", () -> LiveEvents.streamEnded(domain, "live", "demo"),
                "snapshot", () -> LiveEvents.snapshot(domain, "live", "demo"),
                "record", () -> LiveEvents.fileCompleted(domain, "live", "demo"));
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void a_config_of_each_kind_is_kept_called_back_recorded_and_deleted() throws Exception {
        for (String type : events.keySet()) scene.keep(type);
        assertThat(scene.kept())
                .extracting(DescribeCallbackResResultCallbackListItem::getMessageType)
                .containsExactlyInAnyOrderElementsOf(events.keySet());
        assertThat(scene.kept())
                .extracting(DescribeCallbackResResultCallbackListItem::getAuthKeyPrimary)
                .containsOnly(VolcengineScene.KEY);

        events.values().forEach(scene::reportUntilPlanned);
        requireCallbacks(scene.awaitCallbacks(events.size()));
        requireRecords();

        scene.removeAll();
        assertThat(scene.kept()).isEmpty();
        for (Supplier<ReportedEvent> event : events.values()) {
            await().atMost(Scene.SOON).until(() -> scene.planned(event.get()) == 0);
        }
        Map<String, Object> again = Map.of("Vhost", scene.domain());
        ApiException gone =
                catchThrowableOfType(ApiException.class, () -> scene.sdk().universal("DeleteCallback", again));
        assertThat(gone.getCode()).isEqualTo(404);
        assertThat(gone.getResponseBody()).contains("\"ResourceNotFound\"");
    }

    private void requireCallbacks(List<DocumentedCallback> callbacks) {
        assertThat(callbacks).allSatisfy(callback -> {
            callback.requireSigned(VolcengineScene.KEY);
            assertThat(callback.content().path("domain").asText()).isEqualTo(scene.domain());
            assertThat(callback.content().path("stream").asText()).isEqualTo("demo");
        });
        assertThat(callbacks)
                .extracting(DocumentedCallback::eventType)
                .containsExactlyInAnyOrder("push_start", "push_end", "snapshot_event", "record_event");
        assertThat(detail("push_start", callbacks).path("sequence_id").asText()).startsWith("task-");
        assertThat(detail("snapshot_event", callbacks).at("/file/format").asText())
                .isEqualTo("jpg");
        JsonNode recorded = detail("record_event", callbacks);
        assertThat(recorded.path("status").asText()).isEqualTo("file_completed");
        assertThat(recorded.at("/file/size_bytes").asLong()).isEqualTo(409_656);
    }

    private static JsonNode detail(String type, List<DocumentedCallback> callbacks) {
        return callbacks.stream()
                .filter(callback -> callback.eventType().equals(type))
                .findFirst()
                .orElseThrow()
                .detail();
    }

    private void requireRecords() throws Exception {
        Set<String> bodies = scene.receiver().requestsTo(VolcengineScene.NOTIFY).stream()
                .map(ReceivedRequest::text)
                .collect(Collectors.toSet());
        List<DescribeLiveCallbackDataResResultCallbackInfoListItem> rows =
                scene.awaitRecords(scene.asking(), events.size()).getCallbackInfoList();
        assertThat(rows).hasSize(events.size()).allSatisfy(row -> {
            assertThat(row.getCallbackStatus() + row.getCallbackResponseCode()).isEqualTo("success200");
            assertThat(row.getCallbackMethod()).isEqualTo("post");
            assertThat(row.getCallbackAddress()).isEqualTo(scene.receiver().url(VolcengineScene.NOTIFY));
            assertThat(row.getCallbackErrorCode() + row.getCallbackErrorMessage())
                    .isEmpty();
            assertThat(bodies).contains(row.getCallbackBody());
        });
        DescribeLiveCallbackDataBody all = scene.asking();
        all.setDomainList(null);
        assertThat(scene.records(all).getPagination().getTotalCount()).isEqualTo(events.size());
        DescribeLiveCallbackDataBody some = scene.asking();
        some.setCallbackEventType(List.of("push_end", "record_event"));
        some.setCallbackStatus(List.of("success"));
        some.setApp("live");
        some.setStream("demo");
        some.setPageSize(1);
        some.setPageNum(2);
        assertThat(scene.records(some).getPagination().getTotalCount()).isEqualTo(2);
        assertThat(scene.records(some).getCallbackInfoList()).hasSize(1);
    }

    @Test
    void only_200_is_success_and_each_try_is_signed_anew_and_recorded() throws Exception {
        scene.receiver()
                .on(
                        VolcengineScene.NOTIFY,
                        Script.inTurn(Answer.withBody(204, ""), Answer.withBody(200, "{\"error_code\":200}")));
        scene.keep("push");
        scene.reportUntilPlanned(() -> LiveEvents.streamStarted(scene.domain(), "live", "demo"));

        assertThat(scene.awaitCallbacks(2)).allSatisfy(callback -> callback.requireSigned(VolcengineScene.KEY));
        List<DescribeLiveCallbackDataResResultCallbackInfoListItem> rows =
                scene.awaitRecords(scene.asking(), 2).getCallbackInfoList();
        assertThat(rows)
                .extracting(DescribeLiveCallbackDataResResultCallbackInfoListItem::getCallbackStatus)
                .containsExactly("success", "fail");
        assertThat(rows.getFirst().getCallbackResponseBody()).isEqualTo("{\"error_code\":200}");
        assertThat(rows.getLast().getCallbackResponseCode()).isEqualTo("204");
        assertThat(rows.getLast().getCallbackErrorCode()).isEqualTo("InternalServiceError.BadResponse");
        assertThat(rows)
                .extracting(DescribeLiveCallbackDataResResultCallbackInfoListItem::getCallbackBody)
                .containsExactlyInAnyOrderElementsOf(scene.receiver().requestsTo(VolcengineScene.NOTIFY).stream()
                        .map(ReceivedRequest::text)
                        .toList());
    }
}
