package io.curtaincall.access.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PemTest {
    private static final HeldCertificate ONE = new HeldCertificate.Builder().build();
    private static final HeldCertificate TWO =
            new HeldCertificate.Builder().rsa2048().build();

    @Test
    void certificates_are_read_in_order_with_whatever_stands_between_them() {
        String bundle = "# one\n" + ONE.certificatePem() + "\nsubject=two\r\n"
                + TWO.certificatePem().replace("\n", "\r\n");
        assertThat(Pem.certificates(bundle)).containsExactly(ONE.certificate(), TWO.certificate());
    }

    @Test
    void keys_are_read_of_whatever_kind() {
        assertThat(Pem.privateKey(ONE.privateKeyPkcs8Pem()))
                .isEqualTo(ONE.keyPair().getPrivate());
        assertThat(Pem.privateKey(TWO.privateKeyPkcs8Pem()))
                .isEqualTo(TWO.keyPair().getPrivate());
        String ed25519 = """
                -----BEGIN PRIVATE KEY-----
                MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g
                -----END PRIVATE KEY-----
                """;
        assertThat(Pem.privateKey(ed25519).getAlgorithm()).isIn("EdDSA", "Ed25519");
    }

    @ParameterizedTest
    @CsvSource({
        "nothing,has no certificate in PEM",
        "'-----BEGIN CERTIFICATE-----x-----END CERTIFICATE-----',number 1",
        "'-----BEGIN PRIVATE KEY-----x-----END PRIVATE KEY-----',has a PRIVATE KEY where only certificates belong",
        "'-----BEGIN CERTIFICATE-----x',has no certificate in PEM"
    })
    void what_is_no_certificate_is_told(String pem, String why) {
        assertThatThrownBy(() -> Pem.certificates(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({
        "nothing,must be one private key in PEM",
        "'-----BEGIN PRIVATE KEY-----planted-----END PRIVATE KEY-----',cannot be read as a key",
        "'-----BEGIN RSA PRIVATE KEY-----planted-----END RSA PRIVATE KEY-----',must be PKCS#8",
        "'-----BEGIN ENCRYPTED PRIVATE KEY-----planted-----END ENCRYPTED PRIVATE KEY-----',must not be encrypted",
        "'-----BEGIN CERTIFICATE-----planted-----END CERTIFICATE-----',must be PKCS#8"
    })
    void what_is_no_key_is_told_without_repeating_it(String pem, String why) {
        assertThatThrownBy(() -> Pem.privateKey(pem))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(why)
                .message()
                .doesNotContain("planted");
    }
}
