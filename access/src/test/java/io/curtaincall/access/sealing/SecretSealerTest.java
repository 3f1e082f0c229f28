package io.curtaincall.access.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.events.account.SealedSecret;
import java.security.SecureRandom;
import java.util.Base64;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class SecretSealerTest {
    private static final MasterKey KEY = key(1);
    private final SecretSealer sealer = new SecretSealer(MasterKeys.only(KEY), new SecureRandom());

    @Property(tries = 200)
    void what_was_sealed_is_opened_again(@ForAll String secret) {
        assertThat(sealer.open(sealer.seal(secret))).isEqualTo(wellFormed(secret));
    }

    @Test
    void the_same_secret_is_sealed_differently_each_time() {
        assertThat(sealer.seal("whsec_x")).isNotEqualTo(sealer.seal("whsec_x"));
    }

    @Test
    void another_key_opens_nothing_and_says_which_is_needed() {
        SealedSecret sealed = sealer.seal("whsec_x");
        SecretSealer other = new SecretSealer(MasterKeys.only(key(2)), new SecureRandom());
        assertThatThrownBy(() -> other.open(sealed)).hasMessageContaining(KEY.id());
    }

    @Test
    void an_altered_secret_or_key_id_is_not_opened() {
        SealedSecret sealed = sealer.seal("whsec_x");
        byte[] altered = Base64.getDecoder().decode(sealed.ciphertext());
        altered[altered.length - 1] ^= 1;
        SealedSecret forged =
                new SealedSecret(sealed.keyId(), Base64.getEncoder().encodeToString(altered));
        assertThatThrownBy(() -> sealer.open(forged)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void a_key_never_shows_itself() {
        assertThat(KEY.toString()).isEqualTo("MasterKey[" + KEY.id() + "]");
    }

    /** UTF-8 cannot carry half a surrogate pair; such text comes back with a question mark. */
    private static String wellFormed(String text) {
        return new String(
                text.getBytes(java.nio.charset.StandardCharsets.UTF_8), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static MasterKey key(int fill) {
        byte[] bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return MasterKey.ofBase64(Base64.getEncoder().encodeToString(bytes));
    }
}
