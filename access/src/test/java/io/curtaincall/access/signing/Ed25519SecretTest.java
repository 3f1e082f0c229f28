package io.curtaincall.access.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.FreshSecrets;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Ed25519SecretTest {
    /** The first key of RFC 8032, section 7.1. */
    private static final String SEED = "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=";

    private static final String PUBLIC = "whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";
    private static final String BOTH =
            "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2DXWpgBgrEKt9VL/tPJZAc6DuFy89qmIyWvAhpo9wdRGg==";

    @Test
    void the_public_key_is_the_one_that_the_standard_tells() {
        assertThat(Ed25519Secret.of(SEED).publicKey()).isEqualTo(PUBLIC);
        assertThat(Ed25519Secret.of(BOTH).publicKey()).isEqualTo(PUBLIC);
    }

    @Test
    void a_new_one_can_be_read_and_is_another_each_time() {
        FreshSecrets fresh = new FreshSecrets(new SecureRandom());
        assertThat(Ed25519Secret.of(fresh.ed25519Secret()).publicKey())
                .startsWith("whpk_")
                .isNotEqualTo(Ed25519Secret.of(fresh.ed25519Secret()).publicKey());
    }

    @Test
    void only_its_public_part_is_shown() {
        assertThat(Ed25519Secret.of(SEED)).hasToString("Ed25519Secret[" + PUBLIC + "]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "whsec_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=",
                "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyufw==",
                "whsk_not base64",
                "whsk_",
                "whsk_nWGxne/9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2CdYbGd7/1aYLqESvSS7CzEREnFaXsyaRlwO6wDHK5/YA=="
            })
    void what_is_none_is_refused(String text) {
        assertThatThrownBy(() -> Ed25519Secret.of(text)).isInstanceOf(IllegalArgumentException.class);
    }
}
