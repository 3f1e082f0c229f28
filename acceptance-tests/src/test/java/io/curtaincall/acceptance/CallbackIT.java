package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@InBothShapes
class CallbackIT {
    private static final JsonMapper JSON = new JsonMapper();

    private final Installation installation;
    private final Scene scene;

    CallbackIT(Shape shape) {
        installation = Installations.of(shape);
        scene = Scene.in(installation);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void a_recorded_stream_becomes_signed_callbacks_and_records() throws Exception {
        List<ReportedEvent> events = List.of(scene.started(), scene.fileCompleted(), scene.over());
        for (ReportedEvent event : events)
            assertThat(scene.report(event).path("callbacks")).hasSize(1);

        for (ReceivedRequest request : scene.awaitRequests(3)) scene.verifySigned(request);
        assertThat(scene.receiver().requests())
                .extracting(request -> JSON.readTree(request.text()).path("id").asText())
                .containsExactlyInAnyOrderElementsOf(
                        events.stream().map(ReportedEvent::id).toList());
        assertThat(scene.awaitRecords(3))
                .allSatisfy(record -> assertThat(record.path("status").asText()).isEqualTo("success"))
                .extracting(record -> record.path("topic").asText())
                .containsExactlyInAnyOrder("recording.started", "recording.file.completed", "recording.over");
    }

    @Test
    void a_receiver_gets_the_event_as_it_was_reported() throws Exception {
        ReportedEvent event = scene.fileCompleted().withAttribute("traceparent", "00-1-2-3");
        scene.report(event);

        ReceivedRequest request = scene.awaitRequest();
        assertThat(request.header("content-type")).startsWith("application/cloudevents+json");
        assertThat(JSON.readTree(request.text())).isEqualTo(JSON.readTree(event.json()));
    }

    @Test
    void a_callback_tells_its_whole_story() {
        ReportedEvent event = scene.started();
        String callbackId = scene.report(event).at("/callbacks/0/callbackId").asText();

        assertThat(scene.awaitRequest().header("webhook-id")).isEqualTo(callbackId);
        scene.awaitState(callbackId, "delivered");
        JsonNode story = scene.api().callback(callbackId).expect(200).json();
        assertThat(story.at("/liveEvent/id").asText()).isEqualTo(event.id());
        assertThat(story.at("/plan/configId").asText())
                .isEqualTo(scene.config().path("id").asText());
        assertThat(story.at("/plan/configVersion").asLong()).isEqualTo(1);
        assertThat(story.at("/attempts/0/response/status").asInt()).isEqualTo(200);
    }

    @Test
    void a_batch_is_taken_as_one() {
        List<ReportedEvent> events = List.of(scene.started(), scene.over());

        assertThat(scene.api()
                        .reportBatch(LiveEvents.batch(events))
                        .expect(202)
                        .json()
                        .path("accepted"))
                .hasSize(2);

        scene.awaitRequests(2);
    }

    @Test
    void an_event_may_come_in_binary_mode() throws Exception {
        ReportedEvent event = scene.over();
        var request = scene.api()
                .request(installation.dispatch(), "/v1/live-events")
                .header("Content-Type", "application/json");
        event.attributes().forEach((name, value) -> {
            if (!name.equals("datacontenttype")) request.header("ce-" + name, String.valueOf(value));
        });

        scene.api()
                .send(request.POST(BodyPublishers.ofString(event.dataJson())).build())
                .expect(202);

        assertThat(JSON.readTree(scene.awaitRequest().text())).isEqualTo(JSON.readTree(event.json()));
    }

    @Test
    void an_event_reported_twice_calls_once() {
        ReportedEvent event = scene.started();
        JsonNode first = scene.report(event);
        scene.awaitRequest();

        JsonNode again = scene.report(event);

        assertThat(first.path("duplicate").asBoolean()).isFalse();
        assertThat(again.path("duplicate").asBoolean()).isTrue();
        assertThat(again.path("callbacks")).isEqualTo(first.path("callbacks"));
        scene.report(scene.over());
        scene.awaitRequests(2);
        assertThat(scene.receiver().count("/hook")).isEqualTo(2);
    }

    @Test
    void a_topic_nobody_wants_is_skipped_with_the_reason() {
        JsonNode accepted = scene.report(LiveEvents.streamEnded(scene.domain(), "live", "demo"));

        assertThat(accepted.path("callbacks")).isEmpty();
        assertThat(accepted.at("/skipped/0/configId").asText())
                .isEqualTo(scene.config().path("id").asText());
        assertThat(accepted.at("/skipped/0/reason").asText()).isNotBlank();
    }

    @Test
    void an_event_of_a_domain_nobody_owns_is_kept_with_that_reason() {
        ReportedEvent event = LiveEvents.started(Scene.freshDomain(), "live", "demo");

        JsonNode accepted = installation
                .asOperator()
                .report(event.json())
                .expect(202)
                .json()
                .at("/accepted/0");

        assertThat(accepted.path("callbacks")).isEmpty();
        assertThat(accepted.at("/skipped/0/reason").asText()).contains("owns");
    }
}
