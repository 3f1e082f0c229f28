package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.events.notifyconfig.Sending;
import io.curtaincall.events.notifyconfig.Sending.Tls;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole process sends along what a config's events have sealed. */
class SentAlongIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate OURS =
            new HeldCertificate.Builder().signedBy(AUTHORITY).build();
    private static final HeldCertificate OF_RECEIVER = new HeldCertificate.Builder()
            .signedBy(AUTHORITY)
            .addSubjectAlternativeName("127.0.0.1")
            .build();
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final CallbackReceiver DEMANDING =
            CallbackReceiver.startMutualTls(new HandshakeCertificates.Builder()
                    .heldCertificate(OF_RECEIVER)
                    .addTrustedCertificate(AUTHORITY.certificate())
                    .build()
                    .sslContext());

    @TempDir
    private static Path folder;

    private static DispatchNode node;

    @BeforeAll
    static void open() throws IOException {
        Files.writeString(folder.resolve("ours.pem"), OURS.certificatePem());
        Files.writeString(folder.resolve("ours.key"), OURS.privateKeyPkcs8Pem());
        Files.writeString(folder.resolve("ca.pem"), AUTHORITY.certificatePem());
        node = DispatchNode.on(
                        STORE,
                        "curtaincall.tls.identities.acme.certificate=" + folder.resolve("ours.pem"),
                        "curtaincall.tls.identities.acme.key=" + folder.resolve("ours.key"),
                        "curtaincall.tls.identities.others.certificate=" + folder.resolve("ours.pem"),
                        "curtaincall.tls.identities.others.key=" + folder.resolve("ours.key"),
                        "curtaincall.tls.identities.others.accounts=somebody,somebody-else",
                        "curtaincall.tls.authorities.private=" + folder.resolve("ca.pem"))
                .letOperatorIn();
    }

    @AfterAll
    static void close() {
        node.close();
        RECEIVER.close();
        DEMANDING.close();
        STORE.close();
    }

    @Test
    void a_header_arrives_and_its_value_is_nowhere_on_record() {
        config("headers", 1, RECEIVER.url("/headers"), headers("planted-header-value"));
        CallbackAttempted attempt = attempt("headers", 1);
        assertThat(RECEIVER.requestsTo("/headers").getFirst().header("x-api-key"))
                .isEqualTo("planted-header-value");
        assertThat(Objects.requireNonNull(attempt.request()).headers()).containsEntry("X-Api-Key", "(redacted)");

        config("headers", 2, RECEIVER.url("/headers"), headers("planted-other-value"));
        attempt("headers", 2);
        assertThat(RECEIVER.requestsTo("/headers").getLast().header("x-api-key"))
                .isEqualTo("planted-other-value");
        assertThat(everythingStored()).contains("X-Api-Key").doesNotContain("planted-");
    }

    @Test
    void a_certificate_of_the_configs_own_is_shown_to_a_receiver_that_demands_one() {
        SealedSecret key = seal(OURS.privateKeyPkcs8Pem());
        Tls tls = new Tls(null, OURS.certificatePem(), key, null, AUTHORITY.certificatePem());
        config("own", 1, DEMANDING.url("/own"), new Sending(Map.of(), tls));
        assertThat(attempt("own", 1).outcome()).isInstanceOf(Responded.class);
        assertThat(DEMANDING.count("/own")).isEqualTo(1);
    }

    @Test
    void one_of_the_installations_is_shown_by_its_name() {
        Tls tls = new Tls("acme", null, null, "private", null);
        config("named", 1, DEMANDING.url("/named"), new Sending(Map.of(), tls));
        assertThat(attempt("named", 1).outcome()).isInstanceOf(Responded.class);
        assertThat(DEMANDING.count("/named")).isEqualTo(1);
    }

    @Test
    void what_this_process_cannot_follow_is_not_sent_and_on_record_as_that() {
        Tls tls = new Tls("elsewhere", null, null, null, null);
        config("elsewhere", 1, DEMANDING.url("/elsewhere"), new Sending(Map.of(), tls));
        Outcome outcome = attempt("elsewhere", 1).outcome();
        assertThat(((Failed) outcome).failure()).isEqualTo(FailureClass.NOT_SENT);
        assertThat(((Failed) outcome).message()).contains("identities here has no elsewhere");
        assertThat(DEMANDING.count("/elsewhere")).isZero();
    }

    @Test
    void one_that_was_the_accounts_to_use_when_the_config_was_saved_and_is_no_more_is_not_shown() {
        Tls tls = new Tls("others", null, null, "private", null);
        config("narrowed", 1, DEMANDING.url("/narrowed"), new Sending(Map.of(), tls));
        Outcome outcome = attempt("narrowed", 1).outcome();
        assertThat(((Failed) outcome).failure()).isEqualTo(FailureClass.NOT_SENT);
        assertThat(((Failed) outcome).message()).contains("identities here has others for others only");
        assertThat(DEMANDING.count("/narrowed")).isZero();
    }

    private static Sending headers(String value) {
        return new Sending(Map.of("X-Api-Key", seal(value)), null);
    }

    private static SealedSecret seal(String text) {
        return node.bean(SecretSealer.class).seal(text);
    }

    private static void config(String id, long version, String url, @Nullable Sending sending) {
        if (version == 1) node.assign(id + ".example.com");
        NotifyConfigVersion config = new NotifyConfigVersion(
                new NotifyConfigId(id),
                version,
                new AccountId("acme"),
                id + ".example.com",
                "*",
                url,
                Topic.ALL_RECORDING,
                "curtaincall",
                new Signing("standard-webhooks", seal(DispatchNode.SECRET)),
                true,
                null,
                null,
                null,
                null,
                null,
                sending);
        Object event =
                version == 1 ? new NotifyConfigAdded(config, node.now()) : new NotifyConfigChanged(config, node.now());
        node.append(new NewEvent("NotifyConfig", id, version - 1, event));
    }

    /** The first attempt of a new event. */
    private static CallbackAttempted attempt(String id, int number) {
        ReportedEvent event = LiveEvents.started(id + ".example.com", "app", "s" + number);
        node.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.attempts(event, id)).isNotEmpty());
        return node.attempts(event, id).getFirst();
    }

    private static String everythingStored() {
        StringBuilder all = new StringBuilder();
        MongoDatabase database = node.bean(MongoDatabase.class);
        for (String name : database.listCollectionNames()) {
            for (RawBsonDocument document :
                    database.getCollection(name, RawBsonDocument.class).find()) {
                all.append(StandardCharsets.ISO_8859_1.decode(
                        document.getByteBuffer().asNIO()));
            }
        }
        return all.toString();
    }
}
