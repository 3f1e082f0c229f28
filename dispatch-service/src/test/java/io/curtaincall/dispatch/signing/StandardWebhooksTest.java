package io.curtaincall.dispatch.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
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
    void a_key_is_never_shown() {
        assertThat(SigningKey.ofSecret(SECRET)).hasToString("SigningKey[not shown]");
    }

    @Test
    void a_secret_of_another_form_is_refused() {
        assertThatThrownBy(() -> SigningKey.ofSecret("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static HttpHeaders headers(String secret, String body) {
        Map<String, String> signed = StandardWebhooks.headers(
                SigningKey.ofSecret(secret),
                "cb_1",
                Clock.systemUTC().instant(),
                body.getBytes(StandardCharsets.UTF_8));
        return HttpHeaders.of(
                signed.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue()))),
                (name, value) -> true);
    }
}
