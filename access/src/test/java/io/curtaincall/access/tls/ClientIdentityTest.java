package io.curtaincall.access.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;

class ClientIdentityTest {
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate OURS =
            new HeldCertificate.Builder().signedBy(AUTHORITY).build();
    private static final HeldCertificate RSA =
            new HeldCertificate.Builder().rsa2048().build();

    @Test
    void a_key_fits_its_own_certificate_and_no_other() {
        assertThat(identity(OURS, OURS).fits()).isTrue();
        assertThat(identity(RSA, RSA).fits()).isTrue();
        assertThat(identity(OURS, AUTHORITY).fits()).isFalse();
        assertThat(identity(OURS, RSA).fits()).isFalse();
    }

    @Test
    void certificates_are_in_order_each_before_its_issuers() {
        Instant now = Instant.now();
        assertThat(ClientIdentity.refusalOf(List.of(OURS.certificate(), AUTHORITY.certificate()), now))
                .isEmpty();
        assertThat(ClientIdentity.refusalOf(List.of(AUTHORITY.certificate(), OURS.certificate()), now))
                .hasValueSatisfying(why -> assertThat(why).contains("number 2 has not issued the one before"));
    }

    @Test
    void one_whose_time_is_over_or_has_not_come_is_refused() {
        Instant end = OURS.certificate().getNotAfter().toInstant();
        Instant begin = OURS.certificate().getNotBefore().toInstant();
        List<X509Certificate> chain = List.of(OURS.certificate());
        assertThat(ClientIdentity.refusalOf(chain, end.minus(Duration.ofSeconds(1))))
                .isEmpty();
        assertThat(ClientIdentity.refusalOf(chain, end))
                .hasValueSatisfying(why -> assertThat(why).startsWith("has expired"));
        assertThat(ClientIdentity.refusalOf(chain, begin.minus(Duration.ofSeconds(1))))
                .hasValueSatisfying(why -> assertThat(why).startsWith("is not valid before"));
    }

    @Test
    void its_key_is_never_shown() {
        assertThat(identity(OURS, OURS).toString()).startsWith("ClientIdentity[CN=");
    }

    private static ClientIdentity identity(HeldCertificate certificate, HeldCertificate key) {
        return ClientIdentity.of(certificate.certificatePem(), key.privateKeyPkcs8Pem());
    }
}
