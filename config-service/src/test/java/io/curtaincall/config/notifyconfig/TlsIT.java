package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import okhttp3.tls.HeldCertificate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What a config may say of TLS, and what of that is told. */
@ExtendWith(SharedService.class)
class TlsIT {
    private static final String PATH = "/v1/notify-configs";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HeldCertificate AUTHORITY =
            new HeldCertificate.Builder().certificateAuthority(0).build();
    private static final HeldCertificate OURS = new HeldCertificate.Builder()
            .commonName("curtaincall")
            .signedBy(AUTHORITY)
            .build();
    private static final HeldCertificate OTHER = new HeldCertificate.Builder().build();

    private final ConfigClient operator;
    private ConfigClient account;
    private String name = "";

    TlsIT(ConfigClient operator) {
        this.operator = operator;
        this.account = operator;
    }

    @BeforeEach
    void open_an_account(TestInfo test) {
        name = "s" + Integer.toHexString(test.getDisplayName().hashCode());
        account = operator.as(operator.openAccount(name));
    }

    @Test
    void a_certificate_is_told_with_its_name_and_end_and_its_key_is_not() {
        Reply added = account.post(PATH, config(tls(OURS, OURS).put("ca", AUTHORITY.certificatePem())));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        Reply read = account.get(added.header("Location"));
        assertThat(read.text("/tls/certificate")).isEqualTo(OURS.certificatePem());
        assertThat(read.text("/tls/ca")).isEqualTo(AUTHORITY.certificatePem());
        assertThat(read.text("/tls/subject")).contains("CN=curtaincall");
        assertThat(Instant.parse(read.text("/tls/expiresAt")))
                .isEqualTo(OURS.certificate().getNotAfter().toInstant());
        assertThat(read.text("/tls/key")).isEqualTo("(redacted)");
        assertThat(added.response().body() + read.response().body()).doesNotContain("PRIVATE KEY");
    }

    @Test
    void a_config_that_has_the_most_of_everything_fits_into_a_request_though_all_of_it_is_escaped() {
        ObjectNode most = JSON.createObjectNode()
                .put("certificate", longest(OURS.certificatePem()))
                .put("key", longest(OURS.privateKeyPkcs8Pem()))
                .put("ca", longest(AUTHORITY.certificatePem()));
        String headers = "{\"headers\":{\"X-A\":\"%1$s\",\"X-B\":\"%1$s\"},".formatted("\\\"".repeat(4_093));
        Reply added = account.post(PATH, headers + config(most).substring(1));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        assertThat(added.text("/tls/certificate")).hasSize(32_768);
    }

    private static String longest(String pem) {
        return pem + "\n".repeat(32_768 - pem.length());
    }

    @Test
    void what_was_read_can_be_sent_back_and_what_is_left_out_stays() {
        String path = account.post(PATH, config(tls(OURS, OURS))).header("Location");
        String read = account.get(path).response().body();
        assertThat(account.put(path, read, "If-Match", "1").header("ETag")).isEqualTo("\"1\"");
        Reply left = account.put(path, config(null), "If-Match", "1");
        assertThat(left.header("ETag")).isEqualTo("\"1\"");
        Reply rotated = account.put(path, config(tls(OTHER, OTHER)), "If-Match", "1");
        assertThat(rotated.text("/tls/certificate")).isEqualTo(OTHER.certificatePem());
        assertThat(rotated.header("ETag")).isEqualTo("\"2\"");
        String without = config(null).replace("{\"domain", "{\"tls\":null,\"domain");
        assertThat(account.put(path, without, "If-Match", "2").json().has("tls"))
                .isFalse();
    }

    @Test
    void a_key_that_is_anothers_and_one_that_is_missing_or_alone_are_refused() {
        assertRefused(tls(OURS, OTHER), "/tls/key", "is not the key of the certificate");
        assertRefused(JSON.createObjectNode().put("certificate", OURS.certificatePem()), "/tls/key", "is required");
        assertRefused(
                JSON.createObjectNode().put("key", OURS.privateKeyPkcs8Pem()), "/tls/key", "needs its certificate");
        assertRefused(tls(OURS, OURS).put("key", "(redacted)"), "/tls/key", "there is none yet");
        assertRefused(tls(OTHER, OTHER).put("key", "junk"), "/tls/key", "must be one private key in PEM");
    }

    @Test
    void a_certificate_that_cannot_be_read_or_whose_time_is_over_is_refused() {
        assertRefused(tls(OURS, OURS).put("certificate", "junk"), "/tls/certificate", "has no certificate in PEM");
        Instant now = Instant.now();
        HeldCertificate expired = new HeldCertificate.Builder()
                .validityInterval(
                        now.minus(Duration.ofDays(2)).toEpochMilli(),
                        now.minus(Duration.ofDays(1)).toEpochMilli())
                .build();
        assertRefused(tls(expired, expired), "/tls/certificate", "has expired: it was valid until");
        ObjectNode ca = JSON.createObjectNode();
        assertRefused(ca.put("ca", expired.certificatePem()), "/tls/ca", "no certificate that has not expired");
        assertRefused(ca.put("ca", "junk"), "/tls/ca", "has no certificate in PEM");
    }

    /** What certificates are in is answered to every reader, and stored as it is. */
    @Test
    void a_private_key_among_certificates_is_refused_in_any_form_and_not_repeated() {
        String key = OURS.privateKeyPkcs8Pem();
        String secret = key.lines().skip(1).findFirst().orElseThrow();
        for (String misplaced : List.of(
                key,
                key.replace("PRIVATE KEY", "RSA PRIVATE KEY"),
                key.replace("\n", ""),
                key.substring(0, key.indexOf("-----END")))) {
            for (String field : List.of("certificate", "ca")) {
                ObjectNode tls = tls(OURS, OURS).put(field, OURS.certificatePem() + misplaced);
                Reply refused = account.post(PATH, config(tls));
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.text("/errors/0/field")).isEqualTo("/tls/" + field);
                assertThat(refused.text("/errors/0/reason")).contains("has a PRIVATE KEY where only certificates");
                assertThat(refused.response().body()).doesNotContain(secret);
            }
        }
    }

    @Test
    void a_name_that_the_installation_does_not_have_and_both_of_two_ways_are_refused() {
        assertRefused(JSON.createObjectNode().put("identity", "bank"), "/tls/identity", "names none");
        assertRefused(JSON.createObjectNode().put("authority", "bank"), "/tls/authority", "names none");
        assertRefused(tls(OURS, OURS).put("more", "x"), "/tls/more", "is not a known field");
    }

    @Test
    void tls_is_of_no_use_to_a_url_without_it() {
        Reply refused = account.post(PATH, config(tls(OURS, OURS)).replace("https:", "http:"));
        assertThat(refused.text("/errors/0/field")).isEqualTo("/tls");
        String path = account.post(PATH, config(tls(OURS, OURS))).header("Location");
        Reply changed = account.put(path, config(null).replace("https:", "http:"), "If-Match", "1");
        assertThat(changed.text("/errors/0/field")).isEqualTo("/tls");
    }

    private void assertRefused(ObjectNode tls, String field, String why) {
        Reply refused = account.post(PATH, config(tls));
        assertThat(refused.status()).as(refused.response().body()).isEqualTo(400);
        assertThat(refused.json()
                        .at("/errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactly(field);
        assertThat(refused.text("/errors/0/reason")).contains(why);
    }

    private static ObjectNode tls(HeldCertificate certificate, HeldCertificate key) {
        return JSON.createObjectNode()
                .put("certificate", certificate.certificatePem())
                .put("key", key.privateKeyPkcs8Pem());
    }

    private String config(@Nullable ObjectNode tls) {
        ObjectNode config =
                JSON.createObjectNode().put("domain", name + ".example.com").put("url", "https://8.8.8.8/cb");
        if (tls != null) config.set("tls", tls);
        return config.toString();
    }
}
