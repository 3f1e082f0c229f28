package io.curtaincall.acceptance.planted;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The search itself finds what it is to find: else the tests that use it would pass by looking past it. */
class FormsTest {
    private static final String TEXT = "a secret/with \"all\"\nkinds+of";
    private static final String KEY = "MC4CAQAwBQYDK2VwBCIEIJ1hsZ3v/VpguoRK9JLsLMREScVpezJpGXA7rAMcrn9g";
    private static final String PEM = "-----BEGIN PRIVATE KEY-----\n" + KEY.substring(0, 48) + "\n" + KEY.substring(48)
            + "\n-----END PRIVATE KEY-----\n";
    private static final String WEBHOOKS = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    private final Secrets secrets =
            new Secrets().plant("text", TEXT).plant("pem", PEM).plant("webhooks", WEBHOOKS);

    static Stream<String> textInOtherWords() {
        byte[] bytes = TEXT.getBytes(UTF_8);
        return Stream.of(
                TEXT,
                URLEncoder.encode(TEXT, UTF_8),
                URLEncoder.encode(TEXT, UTF_8).replace("+", "%20"),
                TEXT.replace("\"", "\\\"").replace("\n", "\\n"),
                HexFormat.of().formatHex(bytes),
                HexFormat.of().withUpperCase().formatHex(bytes),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().encodeToString(("1" + TEXT + "?").getBytes(UTF_8)),
                Base64.getEncoder().encodeToString(("user:" + TEXT).getBytes(UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("textInOtherWords")
    void a_text_is_found_in_every_form(String form) {
        assertThat(secrets.in(("before " + form + " behind").getBytes(UTF_8))).containsExactly("text");
    }

    @Test
    void a_key_is_found_with_and_without_its_line_breaks_in_part_and_as_bytes() {
        byte[] bytes = Base64.getDecoder().decode(KEY);
        for (String form : new String[] {
            PEM,
            KEY,
            PEM.replace("\n", "\\n"),
            KEY.substring(0, 48),
            HexFormat.of().formatHex(bytes)
        }) {
            assertThat(secrets.in(form.getBytes(UTF_8))).as(form).contains("pem");
        }
        assertThat(secrets.in(bytes)).contains("pem");
    }

    @Test
    void a_signing_secret_is_found_without_its_prefix_and_as_bytes() {
        String base64 = WEBHOOKS.substring("whsk_".length());
        assertThat(secrets.in(base64.getBytes(UTF_8))).containsExactly("webhooks");
        assertThat(secrets.in(Base64.getDecoder().decode(base64))).containsExactly("webhooks");
    }

    @Test
    void what_is_not_there_is_not_found_and_what_is_short_not_looked_for() {
        assertThat(secrets.in("a secret/with none".getBytes(UTF_8))).isEmpty();
        assertThatThrownBy(() -> secrets.plant("short", "1234567")).hasMessageContaining("too short");
    }
}
