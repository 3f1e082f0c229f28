package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.tls.ClientIdentity;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.ReceivedRequest;
import java.net.InetAddress;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Client certificates and authorities of a config's own, against receivers that ask for the former. */
class PassportIT {
    private static final String NAME = "hooks.example.com";
    private static final HeldCertificate USUAL = authority();
    private static final HeldCertificate PRIVATE = authority();
    private static final HeldCertificate OF_RECEIVER = of(PRIVATE);
    private static final HeldCertificate CLIENTS = authority();
    private static final ClientIdentity ACME = identity(of(CLIENTS));
    private static final ClientIdentity STRANGER = identity(of(authority()));
    private static final List<X509Certificate> TRUSTED = List.of(PRIVATE.certificate());

    private final HttpCallbackSender sender = sender(
            new HandshakeCertificates.Builder()
                    .addTrustedCertificate(USUAL.certificate())
                    .build()
                    .sslContext(),
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
            "127.0.0.0/8");

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void a_receiver_that_demands_a_certificate_is_shown_the_configs() {
        try (CallbackReceiver receiver = demanding()) {
            Passport acme = passport("acme 1", ACME, TRUSTED);
            assertThat(responded(send(receiver, acme)).status()).isEqualTo(200);
            assertThat(responded(send(receiver, acme)).status()).isEqualTo(200);
            assertThat(connections(receiver)).containsExactly(1, 1);
        }
    }

    @Test
    void without_a_certificate_or_with_one_that_it_does_not_know_it_gets_no_callback() {
        try (CallbackReceiver receiver = demanding()) {
            assertTurnedAway(receiver, passport("nobody 1", null, TRUSTED));
            assertTurnedAway(receiver, passport("stranger 1", STRANGER, TRUSTED));
            assertThat(receiver.requests()).isEmpty();
        }
    }

    @Test
    void a_connection_made_with_one_identity_carries_no_other_configs_callback() {
        try (CallbackReceiver receiver = demanding()) {
            Passport acme = passport("acme 1", ACME, TRUSTED);
            assertThat(responded(send(receiver, acme)).status()).isEqualTo(200);
            assertTurnedAway(receiver, passport("nobody 1", null, TRUSTED));
            assertTurnedAway(receiver, passport("stranger 1", STRANGER, TRUSTED));
            assertThat(responded(send(receiver, acme)).status()).isEqualTo(200);
            assertThat(connections(receiver)).containsExactly(1, 1);
        }
    }

    @Test
    void a_new_version_of_a_config_gets_a_connection_of_its_own() {
        try (CallbackReceiver receiver = CallbackReceiver.start()) {
            for (String bearer : List.of("acme 1", "acme 2", "acme 1", "other 1")) {
                Passport passport = new Passport(bearer, Map.of(), null);
                sender.send(request(receiver.url("/hook")).with(passport));
            }
            assertThat(connections(receiver)).containsExactly(1, 2, 1, 3);
        }
    }

    @Test
    void a_private_authority_counts_for_the_config_that_names_it_and_for_no_other() {
        try (CallbackReceiver receiver = CallbackReceiver.startTls(context(OF_RECEIVER))) {
            assertThat(responded(send(receiver, passport("acme 1", null, TRUSTED)))
                            .status())
                    .isEqualTo(200);
            assertThat(failure(send(receiver, passport("other 1", null, null)))).isEqualTo(FailureClass.TLS_UNTRUSTED);
            assertThat(receiver.requests()).hasSize(1);
        }
    }

    @Test
    void who_names_an_authority_trusts_the_usual_ones_no_more() {
        try (CallbackReceiver receiver = CallbackReceiver.startTls(context(of(USUAL)))) {
            assertThat(responded(send(receiver, passport("other 1", null, null)))
                            .status())
                    .isEqualTo(200);
            assertThat(failure(send(receiver, passport("acme 1", null, TRUSTED))))
                    .isEqualTo(FailureClass.TLS_UNTRUSTED);
        }
    }

    @Test
    void the_name_is_checked_with_a_private_authority_too() {
        HeldCertificate wrong = new HeldCertificate.Builder()
                .signedBy(PRIVATE)
                .addSubjectAlternativeName("other.example.com")
                .build();
        try (CallbackReceiver receiver = CallbackReceiver.startTls(context(wrong))) {
            assertThat(failure(send(receiver, passport("acme 1", null, TRUSTED))))
                    .isEqualTo(FailureClass.TLS_WRONG_NAME);
        }
    }

    @Test
    void headers_are_sent_and_only_their_names_are_recorded() {
        try (CallbackReceiver receiver = CallbackReceiver.start()) {
            Passport passport = new Passport("acme 1", Map.of("X-Api-Key", "planted"), null);
            CallbackRequest request = request(receiver.url("/hook")).with(passport);
            sender.send(request);
            assertThat(receiver.requests().getFirst().header("x-api-key")).isEqualTo("planted");
            assertThat(request.recordedHeaders())
                    .containsEntry("X-Api-Key", "(redacted)")
                    .containsEntry("webhook-id", "cb");
            assertThat(request.toString() + passport).doesNotContain("planted");
        }
    }

    /** With TLS 1.3 a client hears that its certificate is not wanted only when it waits for the answer. */
    private void assertTurnedAway(CallbackReceiver receiver, Passport passport) {
        assertThat(failure(send(receiver, passport)))
                .isIn(FailureClass.TLS_FAILED, FailureClass.CONNECTION_FAILED, FailureClass.TLS_UNTRUSTED);
    }

    private Exchange send(CallbackReceiver receiver, Passport passport) {
        return sender.send(
                request("https://" + NAME + ":" + receiver.port() + "/hook").with(passport));
    }

    private static List<Integer> connections(CallbackReceiver receiver) {
        return receiver.requests().stream().map(ReceivedRequest::connection).toList();
    }

    private static Passport passport(
            String bearer, @Nullable ClientIdentity identity, @Nullable List<X509Certificate> authorities) {
        boolean usual = identity == null && authorities == null;
        return new Passport(bearer, Map.of(), usual ? null : TlsContexts.of(identity, authorities));
    }

    private static CallbackReceiver demanding() {
        return CallbackReceiver.startMutualTls(new HandshakeCertificates.Builder()
                .heldCertificate(OF_RECEIVER)
                .addTrustedCertificate(CLIENTS.certificate())
                .build()
                .sslContext());
    }

    private static SSLContext context(HeldCertificate certificate) {
        return new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext();
    }

    private static ClientIdentity identity(HeldCertificate held) {
        return ClientIdentity.of(held.certificatePem(), held.privateKeyPkcs8Pem());
    }

    private static HeldCertificate authority() {
        return new HeldCertificate.Builder().certificateAuthority(0).build();
    }

    private static HeldCertificate of(HeldCertificate authority) {
        return new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName(NAME)
                .build();
    }
}
