package io.curtaincall.dispatch.ondemand;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import java.net.http.HttpResponse;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class OnDemandIT {
    private static final String PATH = "/v1/on-demand-decisions";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(STORE, "dispatch.on-demand.deadline=1s");
    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void the_receiver_is_asked_by_get_and_its_word_is_passed_on() {
        configured("yes", true, Answer.withBody(200, "{\"NeedRecord\":true,\"Format\":[\"mp4\"]}"));
        JsonNode decision = decision("yes", ",\"vbitrate\":2000,\"codec\":\"h264\"");
        assertThat(RECEIVER.requestsTo("/yes")).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.target())
                    .isEqualTo("/yes?app=app&domain=yes.example.com&stream=s&vbitrate=2000&codec=h264");
            assertThat(request.headers()).doesNotContainKeys("content-type", "content-length");
        });
        assertThat(decision.get("record").booleanValue()).isTrue();
        assertThat(decision.get("source").stringValue()).isEqualTo("receiver");
        assertThat(decision.get("configId").stringValue()).isEqualTo("od-yes");
        assertThat(decision.at("/details/Format/0").stringValue()).isEqualTo("mp4");
    }

    @Test
    void a_no_is_a_no_and_can_be_looked_up_later() {
        configured("no", true, Answer.withBody(200, "{\"NeedRecord\":false}"));
        JsonNode decision = decision("no", "");
        assertThat(decision.get("record").booleanValue()).isFalse();
        HttpResponse<String> later =
                NODE.send("GET", PATH + "/" + decision.get("id").stringValue(), "");
        assertThat(JSON.readTree(later.body())).isEqualTo(decision);
        assertThat(NODE.send("GET", PATH + "/od_none", "").statusCode()).isEqualTo(404);
    }

    @Test
    void without_an_answer_the_configs_own_rule_holds() {
        configured("broken", false, Answer.status(500));
        configured("gibberish", true, Answer.withBody(200, "<html>"));
        configured("hanging", false, Answer.hang());
        configured("endless", false, Answer.withBody(200, "{\"NeedRecord\":true,\"x\":\"" + "y".repeat(3000) + "\"}"));
        assertThat(ruled("broken")).isEqualTo("false: HTTP 500");
        assertThat(ruled("gibberish")).isEqualTo("true: the answer is not JSON");
        assertThat(ruled("hanging")).startsWith("false: ");
        assertThat(ruled("endless")).isEqualTo("false: the answer is not JSON, cut to what is read at most");
    }

    @Test
    void an_answer_is_one_though_a_line_end_follows_that_it_does_not_count_and_a_broken_one_is_none() {
        String head = "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n";
        configured("line-end", false, Answer.raw(head + "{\"NeedRecord\": true}\r\n"));
        configured("broken-off", true, Answer.raw(head + "{\"NeedRecord\": fal"));
        assertThat(decision("line-end", "").get("source").stringValue()).isEqualTo("receiver");
        assertThat(ruled("broken-off")).startsWith("true: ").contains("end of Content-Length");
    }

    @Test
    void an_address_that_the_policy_refuses_is_not_asked() {
        configured("inside", false, "http://10.1.2.3/ask");
        assertThat(ruled("inside")).startsWith("false: 10.1.2.3 is not a public address");
    }

    @Test
    void that_an_exception_of_the_operator_let_the_receiver_be_asked_is_kept_with_the_decision() {
        configured("allowed", false, Answer.withBody(200, "{\"NeedRecord\":true}"));
        String id = decision("allowed", "").get("id").stringValue();
        OnDemandDecided decided = (OnDemandDecided) NODE.bean(StoredStreams.class)
                .read("on-demand/" + id)
                .getFirst()
                .payload();
        assertThat(decided.exchange()).isNotNull();
        assertThat(decided.exchange().address())
                .isEqualTo("127.0.0.1:" + RECEIVER.port() + " (allowed by rule 127.0.0.0/8)");
    }

    @Test
    void nobody_to_ask_means_record() {
        NODE.assign("plain.example.com");
        JsonNode decision = decision("plain", "");
        assertThat(decision.get("record").booleanValue()).isTrue();
        assertThat(decision.get("source").stringValue()).isEqualTo("default");
        assertThat(decision.has("configId")).isFalse();
    }

    @Test
    void a_question_that_is_none_is_refused_by_field_and_a_stranger_altogether() {
        HttpResponse<String> answer = NODE.send("POST", PATH, "{\"domain\":7,\"app\":\"a\",\"vbitrate\":-1,\"x\":1}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("/domain", "/stream", "/vbitrate", "/x");
        assertThat(NODE.send("POST", PATH, "{}", "nobody").statusCode()).isEqualTo(401);
    }

    private static void configured(String name, boolean recordOnFailure, Answer answer) {
        RECEIVER.on("/" + name, answer);
        configured(name, recordOnFailure, RECEIVER.url("/" + name));
    }

    private static void configured(String name, boolean recordOnFailure, String onDemandUrl) {
        String domain = name + ".example.com";
        NODE.assign(domain)
                .dialectConfig(
                        "od-" + name,
                        domain,
                        RECEIVER.url("/callbacks"),
                        Set.of(Topic.RECORDING_FILE_COMPLETED),
                        "alibaba",
                        new Signing(Signing.NONE, null),
                        new OnDemand(onDemandUrl, recordOnFailure),
                        null);
    }

    private static String ruled(String name) {
        JsonNode decision = decision(name, "");
        assertThat(decision.get("source").stringValue()).isEqualTo("failure-rule");
        return decision.get("record").booleanValue() + ": "
                + decision.get("failure").stringValue();
    }

    private static JsonNode decision(String name, String more) {
        String question = "{\"domain\":\"" + name + ".Example.com\",\"app\":\"app\",\"stream\":\"s\"" + more + "}";
        HttpResponse<String> answer = NODE.send("POST", PATH, question);
        assertThat(answer.statusCode()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }
}
