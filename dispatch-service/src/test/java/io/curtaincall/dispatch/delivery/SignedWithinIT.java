package io.curtaincall.dispatch.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SignedWithinIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String KEY = "key-of-the-test";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.knowing(SignedWithin.class, STORE);
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
    void each_attempt_is_signed_anew_and_its_record_tells_exactly_the_bytes_received() {
        RECEIVER.on("/signed", Script.failing(3, Answer.status(500)));
        List<CallbackAttempted> attempts = attempts("signed", NODE.signing("within", KEY), 4);
        List<ReceivedRequest> received = RECEIVER.requestsTo("/signed");
        assertThat(received).hasSize(4).extracting(ReceivedRequest::text).doesNotHaveDuplicates();
        for (int i = 0; i < 4; i++) {
            byte[] bytes = received.get(i).body();
            JsonNode body = JSON.readTree(bytes);
            Request request = Objects.requireNonNull(attempts.get(i).request());
            assertThat(body.get("stream").stringValue()).isEqualTo("s");
            assertThat(body.get("sign").stringValue())
                    .isEqualTo(SignedWithin.sign(KEY, body.get("t").stringValue()));
            assertThat(request.body()).isEqualTo(new String(bytes, UTF_8));
            assertThat(request.bodyBytes()).isEqualTo(bytes.length);
            assertThat(request.bodySha256()).isEqualTo(Hashes.sha256Hex(bytes));
            assertThat(request.headers()).containsEntry("Content-Length", "" + bytes.length);
        }
    }

    @Test
    void without_a_signature_the_planned_body_is_sent_and_stored_with_the_plan_only() {
        List<CallbackAttempted> attempts = attempts("unsigned", new Signing(Signing.NONE, null), 1);
        byte[] bytes = RECEIVER.requestsTo("/unsigned").getFirst().body();
        Request request = Objects.requireNonNull(attempts.getFirst().request());
        assertThat(new String(bytes, UTF_8)).isEqualTo("{\"stream\":\"s\"}");
        assertThat(request.body()).isNull();
        assertThat(request.bodySha256()).isEqualTo(Hashes.sha256Hex(bytes));
        assertThat(request.headers()).containsEntry("X-Scheme", "none");
    }

    @Test
    void a_key_that_is_kept_without_signing_stays_here() {
        Signing kept = new Signing(Signing.NONE, NODE.signing("within", KEY).secret());
        attempts("kept", kept, 1);
        assertThat(RECEIVER.requestsTo("/kept").getFirst().text()).isEqualTo("{\"stream\":\"s\"}");
    }

    private static List<CallbackAttempted> attempts(String name, Signing signing, int count) {
        String domain = name + ".example.com";
        NODE.assign(domain)
                .dialectConfig(name, domain, RECEIVER.url("/" + name), Topic.ALL_RECORDING, SignedWithin.NAME, signing);
        ReportedEvent event = LiveEvents.started(domain, "app", "s");
        NODE.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, name)).hasSize(count));
        return NODE.attempts(event, name);
    }
}
