package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import com.standardwebhooks.Webhook;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.access.signing.Ed25519Secret;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Which keys sign an attempt, and that its record names them. */
class SigningKeysIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NEW = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String OLD = DispatchNode.SECRET;
    private static final String PRIVATE_KEY = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(STORE);

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
    void during_the_overlap_receivers_with_either_key_believe_the_callback() {
        Signing overlap = rotated("standard-webhooks", NEW, null, NODE.now().plusSeconds(3_600));
        CallbackAttempted attempt = attempt("overlap", "curtaincall", overlap);
        ReceivedRequest request = only("/overlap");
        assertThat(header(request, "webhook-signature").split(" ")).hasSize(2).allMatch(one -> one.startsWith("v1,"));
        assertBelieved(request, NEW);
        assertBelieved(request, OLD);
        assertThat(attempt.signedBy()).containsExactly("k2", "k1");
    }

    @Test
    void after_the_overlap_only_the_new_key_signs() {
        Signing over = rotated("standard-webhooks", NEW, null, NODE.now());
        CallbackAttempted attempt = attempt("over", "curtaincall", over);
        ReceivedRequest request = only("/over");
        assertThat(request.header("webhook-signature")).doesNotContain(" ");
        assertBelieved(request, NEW);
        assertThat(attempt.signedBy()).containsExactly("k2");
    }

    @Test
    void a_private_key_signs_beside_the_secret_it_takes_over_from() {
        String publicKey = Ed25519Secret.of(PRIVATE_KEY).publicKey();
        Signing both = rotated(
                "standard-webhooks-ed25519", PRIVATE_KEY, publicKey, NODE.now().plusSeconds(3_600));
        CallbackAttempted attempt = attempt("both", "curtaincall", both);
        ReceivedRequest request = only("/both");
        assertThat(request.header("webhook-signature")).matches("v1a,[A-Za-z0-9+/=]{88} v1,[A-Za-z0-9+/=]{44}");
        assertBelieved(request, OLD);
        assertThat(attempt.signedBy()).containsExactly("k2", "k1");
    }

    @Test
    void the_record_names_the_key_of_a_dialects_signature_too_and_none_where_nothing_is_signed() {
        Signing dialect = new Signing("alibaba-live", seal("testkeyyourkey12").secret(), "k7", null, null);
        assertThat(attempt("dialect", "alibaba", dialect).signedBy()).containsExactly("k7");
        Signing kept = dialect.withScheme(Signing.NONE);
        assertThat(attempt("kept", "alibaba", kept).signedBy()).isNull();
    }

    @Test
    void a_key_from_before_they_had_names_is_on_record_as_the_first() {
        assertThat(attempt("unnamed", "curtaincall", seal(OLD)).signedBy()).containsExactly("k0");
    }

    private static Signing rotated(String scheme, String secret, @Nullable String publicKey, Instant until) {
        NamedKey older = new NamedKey("k1", NODE.bean(SecretSealer.class).seal(OLD), null, until);
        return new Signing(scheme, NODE.bean(SecretSealer.class).seal(secret), "k2", publicKey, List.of(older));
    }

    private static Signing seal(String secret) {
        return NODE.signing("standard-webhooks", secret);
    }

    private static CallbackAttempted attempt(String name, String format, Signing signing) {
        String domain = name + ".example.com";
        NODE.assign(domain).dialectConfig(name, domain, RECEIVER.url("/" + name), Topic.ALL_RECORDING, format, signing);
        ReportedEvent event = LiveEvents.started(domain, "app", "s");
        NODE.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, name)).hasSize(1));
        return NODE.attempts(event, name).getFirst();
    }

    private static ReceivedRequest only(String path) {
        assertThat(RECEIVER.requestsTo(path)).hasSize(1);
        return RECEIVER.requestsTo(path).getFirst();
    }

    private static String header(ReceivedRequest request, String name) {
        return Objects.requireNonNull(request.header(name), name);
    }

    private static void assertBelieved(ReceivedRequest request, String secret) {
        HttpHeaders headers = HttpHeaders.of(
                Map.of(
                        "webhook-id", List.of(header(request, "webhook-id")),
                        "webhook-timestamp", List.of(header(request, "webhook-timestamp")),
                        "webhook-signature", List.of(header(request, "webhook-signature"))),
                (name, value) -> true);
        assertThatCode(() -> new Webhook(secret).verify(request.text(), headers))
                .doesNotThrowAnyException();
    }
}
