package io.curtaincall.access.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.start.CannotStartException;
import io.curtaincall.access.tls.TlsProperties.IdentityFiles;
import io.curtaincall.events.account.AccountId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NamedTlsTest {
    private static final HeldCertificate OURS = new HeldCertificate.Builder().build();

    @TempDir
    private static Path folder;

    @Test
    void an_identity_is_for_whom_the_operator_says_and_for_everybody_where_nothing_is_said() throws IOException {
        Path certificate = file("ours.pem", OURS.certificatePem());
        Path key = file("ours.key", OURS.privateKeyPkcs8Pem());
        NamedTls named = new NamedTls(new TlsProperties(
                Map.of(
                        "open", new IdentityFiles(certificate, key, List.of()),
                        "acme", new IdentityFiles(certificate, key, List.of("acme"))),
                Map.of("private", certificate)));
        assertThat(named.identity("acme"))
                .hasValueSatisfying(it -> assertThat(it.chain()).containsExactly(OURS.certificate()));
        assertThat(named.mayUse(new AccountId("acme"), "acme")).isTrue();
        assertThat(named.mayUse(new AccountId("other"), "acme")).isFalse();
        assertThat(named.mayUse(new AccountId("other"), "open")).isTrue();
        assertThat(named.mayUse(new AccountId("acme"), "none")).isFalse();
        assertThat(named.authority("private")).contains(List.of(OURS.certificate()));
        assertThat(named.authority("none")).isEmpty();
    }

    @Test
    void a_process_whose_files_are_not_what_they_should_be_does_not_start() throws IOException {
        Path certificate = file("ours.pem", OURS.certificatePem());
        Path key = file("other.key", new HeldCertificate.Builder().build().privateKeyPkcs8Pem());
        assertCannotStart(certificate, key, "identities.bank.key: " + key + " is not the certificate's key");
        assertCannotStart(certificate, certificate, "must be PKCS#8");
        assertCannotStart(folder.resolve("none"), key, "none cannot be read");
    }

    private static void assertCannotStart(Path certificate, Path key, String why) {
        TlsProperties properties =
                new TlsProperties(Map.of("bank", new IdentityFiles(certificate, key, List.of())), Map.of());
        assertThatThrownBy(() -> new NamedTls(properties))
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining(why);
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
