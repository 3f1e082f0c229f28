package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@InBothShapes
class ReceiverIT {
    private static final Duration LESS_THAN_THE_DEADLINE = Duration.ofSeconds(10);

    private final Installation installation;
    private final Scene scene;

    ReceiverIT(Shape shape) {
        installation = Installations.of(shape);
        scene = Scene.in(installation);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void a_receiver_that_was_down_gets_everything_once_it_is_up() {
        scene.receiver().goDown();
        for (int i = 0; i < 5; i++) scene.report(scene.started());
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.records("&status=failed"))
                        .hasSizeGreaterThanOrEqualTo(10)
                        .allSatisfy(record ->
                                assertThat(record.path("failure").asText()).isEqualTo("connection_refused")));

        scene.receiver().comeUp();

        scene.awaitRequests(5);
        await().atMost(Scene.SOON)
                .untilAsserted(
                        () -> assertThat(scene.records("&status=success")).hasSize(5));
    }

    @Test
    void a_receiver_that_never_answers_is_asked_again_with_the_same_id() {
        scene.receiver().on("/hook", Script.inTurn(Answer.hang(), Answer.ok()));
        scene.report(scene.started());

        assertThat(scene.awaitRequests(2))
                .extracting(request -> request.header("webhook-id"))
                .hasSize(2)
                .containsOnly(scene.awaitRequest().header("webhook-id"));
        assertThat(scene.awaitRecords(2))
                .extracting(record -> record.path("failure").asText())
                .containsExactly("null", "timeout");
    }

    @Test
    void every_attempt_is_signed_anew_and_recorded() throws Exception {
        scene.receiver().on("/hook", Script.failing(4, Answer.withBody(503, "not now")));
        String callbackId = scene.report(scene.fileCompleted())
                .at("/callbacks/0/callbackId")
                .asText();

        for (ReceivedRequest request : scene.awaitRequests(5)) scene.verifySigned(request);
        scene.awaitState(callbackId, "delivered");
        JsonNode attempts = scene.api().callback(callbackId).expect(200).json().path("attempts");
        assertThat(Scene.elements(attempts))
                .as(attempts.toString())
                .extracting(attempt -> attempt.at("/response/status").asInt())
                .containsExactly(503, 503, 503, 503, 200);
        assertThat(attempts.at("/0/response/body").asText()).isEqualTo("not now");
    }

    @Test
    void a_receiver_that_hangs_does_not_hold_up_another() {
        scene.receiver().on("/hook", Answer.hang());
        try (Scene other = Scene.in(installation)) {
            List<ReportedEvent> events =
                    Stream.generate(scene::started).limit(100).toList();
            scene.api().reportBatch(LiveEvents.batch(events)).expect(202);
            other.report(other.started());

            await().atMost(LESS_THAN_THE_DEADLINE).until(() -> other.receiver().count("/hook") == 1);
        }
    }

    @Test
    void a_redirect_is_a_failure_and_is_not_followed() {
        scene.receiver()
                .on("/hook", Answer.withHeader(302, "Location", scene.receiver().url("/elsewhere")));
        scene.report(scene.started());

        assertThat(scene.awaitRecords(1)).first().satisfies(record -> {
            assertThat(record.path("status").asText()).isEqualTo("failed");
            assertThat(record.path("httpStatus").asInt()).isEqualTo(302);
        });
        assertThat(scene.receiver().count("/elsewhere")).isZero();
    }

    @Test
    void bytes_of_a_head_that_are_no_text_are_shown_escaped_and_never_as_they_came() {
        String odd = "a\rX-Forged: b\u0000\u001b[31m\u00ff";
        scene.receiver().on("/hook", Answer.raw("HTTP/1.1 200 OK\r\nX-Odd: " + odd + "\r\nContent-Length: 0\r\n\r\n"));
        String callbackId =
                scene.report(scene.started()).at("/callbacks/0/callbackId").asText();

        scene.awaitState(callbackId, "delivered");
        Reply story = scene.api().callback(callbackId).expect(200);
        assertThat(story.json().at("/attempts/0/response/headers/X-Odd").asText())
                .isEqualTo(odd);
        assertThat(story.text()).contains("a\\rX-Forged: b\\u0000\\u001B[31m").doesNotContain("\r", "\u0000", "\u001b");
        assertThat(story.header("X-Odd")).isEmpty();
        assertThat(story.header("X-Forged")).isEmpty();
    }

    @Test
    void a_receiver_that_is_gone_for_good_is_not_asked_again_until_its_config_is_enabled() {
        scene.receiver().on("/hook", Script.inTurn(Answer.status(410), Answer.ok()));
        String callbackId =
                scene.report(scene.started()).at("/callbacks/0/callbackId").asText();

        scene.awaitState(callbackId, "abandoned");
        String path = "/v1/notify-configs/" + scene.config().path("id").asText();
        JsonNode off = await().atMost(Scene.SOON)
                .until(
                        () -> scene.api().get(installation.config(), path).json(),
                        config -> !config.path("enabled").asBoolean());
        assertThat(off.at("/disabled/reason").asText()).isEqualTo("the receiver answered 410 Gone");
        await().atMost(Scene.SOON)
                .until(() -> scene.report(scene.over()).path("callbacks").isEmpty());
        assertThat(scene.receiver().count("/hook")).isEqualTo(1);

        ObjectNode on = ((ObjectNode) off).put("enabled", true);
        JsonNode enabled = scene.api()
                .put(installation.config(), path, "2", on)
                .expect(200)
                .json();
        assertThat(enabled.has("disabled")).isFalse();
        await().atMost(Scene.SOON)
                .until(() -> !scene.report(scene.over()).path("callbacks").isEmpty());
        scene.awaitRequests(2);
    }
}
