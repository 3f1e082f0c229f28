package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.aliyun.live20161101.models.AddLiveRecordNotifyConfigRequest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.Answer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A receiver configured by the vendor's SDK decides whether a stream is recorded. */
@InBothShapes
class AlibabaOnDemandIT {
    private static final String ASK = "/ask";

    private final AlibabaScene scene;

    AlibabaOnDemandIT(Shape shape) {
        scene = new AlibabaScene(shape);
    }

    @BeforeEach
    void configure() throws Exception {
        scene.sdk()
                .typed()
                .addLiveRecordNotifyConfig(new AddLiveRecordNotifyConfigRequest()
                        .setDomainName(scene.domain())
                        .setNotifyUrl(scene.receiver().url(AlibabaScene.NOTIFY))
                        .setOnDemandUrl(scene.receiver().url(ASK)));
        scene.reportUntilPlanned(scene::fileCompleted);
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void the_question_is_asked_by_get_and_the_answer_decides() {
        scene.receiver()
                .on(
                        ASK,
                        Answer.withBody(
                                200,
                                "{\"ApiVersion\":\"1.0\",\"NeedRecord\":false,\"Interval\":{\"Mp4\":300},\"Format\":[\"mp4\"]}"));
        JsonNode decision = awaitDecision("receiver");

        assertThat(decision.path("record").asBoolean(true)).isFalse();
        assertThat(decision.at("/details/Interval/Mp4").asInt()).isEqualTo(300);
        assertThat(scene.receiver().requestsTo(ASK)).isNotEmpty().allSatisfy(question -> {
            assertThat(question.method()).isEqualTo("GET");
            assertThat(question.target())
                    .isEqualTo(ASK + "?app=live&domain=" + scene.domain() + "&stream=demo&vbitrate=2000&codec=h265");
        });
    }

    @Test
    void a_receiver_that_fails_leaves_the_decision_to_the_rule_which_is_to_record() {
        scene.receiver().on(ASK, Answer.status(404));
        JsonNode decision = awaitDecision("failure-rule");

        assertThat(decision.path("record").asBoolean()).isTrue();
        assertThat(decision.path("failure").asText()).isEqualTo("HTTP 404");
    }

    private JsonNode awaitDecision(String source) {
        return await().atMost(Scene.SOON)
                .until(
                        this::decide,
                        decision -> decision.path("source").asText().equals(source));
    }

    private JsonNode decide() {
        CurtaincallApi api = scene.controlPlane();
        JsonNode question = new JsonMapper()
                .createObjectNode()
                .put("domain", scene.domain())
                .put("app", "live")
                .put("stream", "demo")
                .put("vbitrate", 2000)
                .put("codec", "h265");
        Reply reply = api.send(api.post(scene.installation().dispatch(), "/v1/on-demand-decisions", question));
        return reply.expect(200).json();
    }
}
