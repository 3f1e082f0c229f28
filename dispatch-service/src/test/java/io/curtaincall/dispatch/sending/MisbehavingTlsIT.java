package io.curtaincall.dispatch.sending;

import static io.curtaincall.dispatch.sending.SenderUnderTest.failure;
import static io.curtaincall.dispatch.sending.SenderUnderTest.request;
import static io.curtaincall.dispatch.sending.SenderUnderTest.responded;
import static io.curtaincall.dispatch.sending.SenderUnderTest.sender;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.RawReceiver;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver may do with TLS: a failure has the class of its cause, and no byte of the callback went out. */
class MisbehavingTlsIT {
    private static final String NAME = "hooks.example.com";
    private static final Duration DAY = Duration.ofDays(1);
    /** Chooses version 1.0 and a cipher suite that we have. */
    private static final String SERVER_HELLO = "160301002a" + "02000026" + "0301"
            + "5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a5a" + "00" + "c013" + "00";

    private static final String ALERT_PROTOCOL_VERSION = "15030100020246";
    private static final String ALERT_HANDSHAKE_FAILURE = "15030300020228";

    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();

    private final HttpCallbackSender sender = sender(
            new HandshakeCertificates.Builder()
                    .addTrustedCertificate(AUTHORITY.certificate())
                    .build()
                    .sslContext(),
            host -> new InetAddress[] {InetAddress.getLoopbackAddress()},
            "127.0.0.0/8");

    @AfterEach
    void close() {
        sender.close();
    }

    @Test
    void a_receiver_with_a_certificate_in_order_is_called_by_its_name() {
        try (CallbackReceiver receiver = receiver(signed(NAME, Instant.now().plus(DAY)))) {
            assertThat(responded(sendTo(receiver.port())).status()).isEqualTo(200);
            assertThat(receiver.requests().getFirst().header("host")).isEqualTo(NAME + ":" + receiver.port());
        }
    }

    @Test
    void an_expired_certificate() {
        assertRefused(FailureClass.TLS_EXPIRED, signed(NAME, Instant.now().minus(DAY)));
    }

    @Test
    void a_certificate_of_another_name() {
        assertRefused(
                FailureClass.TLS_WRONG_NAME,
                signed("other.example.com", Instant.now().plus(DAY)));
    }

    @Test
    void a_certificate_that_the_receiver_signed_itself() {
        HeldCertificate selfSigned =
                new HeldCertificate.Builder().addSubjectAlternativeName(NAME).build();
        assertRefused(FailureClass.TLS_UNTRUSTED, selfSigned);
    }

    @Test
    void a_certificate_of_an_authority_that_nobody_knows() {
        HeldCertificate unknown =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate certificate = new HeldCertificate.Builder()
                .signedBy(unknown)
                .addSubjectAlternativeName(NAME)
                .build();
        assertRefused(FailureClass.TLS_UNTRUSTED, certificate);
    }

    @ParameterizedTest
    @ValueSource(strings = {SERVER_HELLO, ALERT_PROTOCOL_VERSION})
    void a_receiver_that_knows_only_tls_1_0_chooses_it_or_gives_up(String answer) {
        assertThat(failureOf(HexFormat.of().parseHex(answer))).isEqualTo(FailureClass.TLS_TOO_OLD);
    }

    @Test
    void any_other_cause_is_a_failure_of_tls_in_general() {
        assertThat(failureOf(HexFormat.of().parseHex(ALERT_HANDSHAKE_FAILURE))).isEqualTo(FailureClass.TLS_FAILED);
        assertThat(failureOf("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(FailureClass.TLS_FAILED);
    }

    @Test
    void the_deadline_fires_within_a_handshake_that_never_ends() {
        assertThat(failureOf(new byte[0])).isEqualTo(FailureClass.TIMEOUT);
    }

    @Test
    void the_deadline_fires_within_a_handshake_of_a_byte_now_and_then() {
        byte[] longRecord = Arrays.copyOf(HexFormat.of().parseHex("1603034000" + "02003ffc" + "0303"), 16_000);
        try (RawReceiver receiver = RawReceiver.saying(longRecord, Duration.ofMillis(500))) {
            Exchange exchange = sendTo(receiver.port());
            assertThat(failure(exchange)).isEqualTo(FailureClass.TIMEOUT);
            assertThat(exchange.timing().totalMillis()).isBetween(3_900L, 40_000L);
        }
    }

    private FailureClass failureOf(byte[] answer) {
        try (RawReceiver receiver = RawReceiver.saying(answer)) {
            return failure(sendTo(receiver.port()));
        }
    }

    private void assertRefused(FailureClass why, HeldCertificate certificate) {
        try (CallbackReceiver receiver = receiver(certificate)) {
            assertThat(failure(sendTo(receiver.port()))).isEqualTo(why);
            assertThat(receiver.requests()).isEmpty();
        }
    }

    private Exchange sendTo(int port) {
        return sender.send(request("https://" + NAME + ":" + port + "/hook"));
    }

    private static CallbackReceiver receiver(HeldCertificate certificate) {
        return CallbackReceiver.startTls(new HandshakeCertificates.Builder()
                .heldCertificate(certificate)
                .build()
                .sslContext());
    }

    private static HeldCertificate signed(String name, Instant until) {
        return new HeldCertificate.Builder()
                .signedBy(AUTHORITY)
                .addSubjectAlternativeName(name)
                .validityInterval(until.minus(DAY.multipliedBy(2)).toEpochMilli(), until.toEpochMilli())
                .build();
    }
}
