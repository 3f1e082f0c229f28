package io.curtaincall.dispatch.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import io.curtaincall.access.signing.Ed25519Secret;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class StandardWebhooksTest {
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final String OTHER_SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";
    private static final String PRIVATE_KEY = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    @Property(tries = 200)
    void the_reference_library_accepts_every_body(
            @ForAll @StringLength(max = 2_000) String body, @ForAll @Size(min = 24, max = 64) byte[] key)
            throws Exception {
        String secret = "whsec_" + Base64.getEncoder().encodeToString(key);
        String text = new String(body.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        assertThatCode(() -> new Webhook(secret).verify(text, headers(secret, text)))
                .doesNotThrowAnyException();
    }

    @Test
    void the_reference_library_refuses_another_body() throws Exception {
        HttpHeaders headers = headers(SECRET, "{\"a\":1}");
        assertThatThrownBy(() -> new Webhook(SECRET).verify("{\"a\":2}", headers))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @Test
    void a_message_signed_by_two_keys_is_accepted_by_whoever_knows_one_of_them() throws Exception {
        Map<String, String> headers = StandardWebhooks.headers(
                List.of(SigningKey.ofSecret(OTHER_SECRET), SigningKey.ofSecret(SECRET)),
                "cb_1",
                Clock.systemUTC().instant(),
                "{}".getBytes(StandardCharsets.UTF_8));
        for (String secret : List.of(SECRET, OTHER_SECRET)) {
            assertThatCode(() -> new Webhook(secret).verify("{}", asReceived(headers)))
                    .doesNotThrowAnyException();
        }
        String third = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        assertThatThrownBy(() -> new Webhook(third).verify("{}", asReceived(headers)))
                .isInstanceOf(WebhookVerificationException.class);
    }

    /** The first is published with the reference libraries, the second was made by OpenSSL with the key of RFC 8032. */
    @Test
    void the_signatures_are_those_that_others_make() {
        Map<String, String> headers = StandardWebhooks.headers(
                List.of(SigningKey.ofSecret(SECRET), SigningKey.ofSecret(PRIVATE_KEY)),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));
        assertThat(headers)
                .containsEntry("webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek")
                .containsEntry("webhook-timestamp", "1614265330")
                .containsEntry(
                        "webhook-signature",
                        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE= "
                                + "v1a,fldxM4gAKugP6nnt1hdz3sgGfZ6d99nzrMFnZOELIxbzEHoVmAb2ADpkJK7zgPePmPsle0zV9jSeGlHFG2NVAw==");
    }

    @Property(tries = 50)
    void whoever_has_the_public_key_can_verify_every_body(
            @ForAll @StringLength(max = 500) String body, @ForAll @Size(32) byte[] seed) throws Exception {
        String secret = "whsk_" + Base64.getEncoder().encodeToString(seed);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers =
                StandardWebhooks.headers(List.of(SigningKey.ofSecret(secret)), "cb_1", Instant.ofEpochSecond(1), bytes);
        String signature = String.valueOf(headers.get("webhook-signature"));
        assertThat(signature).startsWith("v1a,");

        Signature verifier = Signature.getInstance("Ed25519");
        verifier.initVerify(publicKey(Ed25519Secret.of(secret).publicKey()));
        verifier.update("cb_1.1.".getBytes(StandardCharsets.UTF_8));
        verifier.update(bytes);
        assertThat(verifier.verify(Base64.getDecoder().decode(signature.substring(4))))
                .isTrue();
    }

    /** As a receiver reads it that knows nothing but the text. */
    private static PublicKey publicKey(String text) throws GeneralSecurityException {
        byte[] prefix = HexFormat.of().parseHex("302a300506032b6570032100");
        byte[] raw = Base64.getDecoder().decode(text.substring("whpk_".length()));
        byte[] encoded = ByteBuffer.allocate(prefix.length + raw.length)
                .put(prefix)
                .put(raw)
                .array();
        return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    }

    @Test
    void a_key_is_never_shown() {
        assertThat(SigningKey.ofSecret(SECRET)).hasToString("SigningKey[not shown]");
        assertThat(SigningKey.ofSecret(PRIVATE_KEY)).hasToString("SigningKey[not shown]");
    }

    @Test
    void a_secret_of_another_form_is_refused() {
        assertThatThrownBy(() -> SigningKey.ofSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpHeaders headers(String secret, String body) {
        Map<String, String> signed = StandardWebhooks.headers(
                List.of(SigningKey.ofSecret(secret)),
                "cb_1",
                Clock.systemUTC().instant(),
                body.getBytes(StandardCharsets.UTF_8));
        return asReceived(signed);
    }

    private static HttpHeaders asReceived(Map<String, String> headers) {
        return HttpHeaders.of(
                headers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
