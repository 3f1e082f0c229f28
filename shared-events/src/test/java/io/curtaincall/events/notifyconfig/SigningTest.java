package io.curtaincall.events.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final SealedSecret NEW = new SealedSecret("m", "new");
    private static final SealedSecret OLD = new SealedSecret("m", "old");

    @Test
    void a_secret_from_before_keys_had_names_has_one_all_the_same() {
        assertThat(new Signing("standard-webhooks", OLD).keys()).containsExactly(new NamedKey("k0", OLD, null, null));
    }

    @Test
    void who_has_no_secret_has_no_key() {
        assertThat(new Signing(Signing.NONE, null).keys()).isEmpty();
    }

    @Test
    void an_older_key_signs_until_the_very_moment_its_time_is_over() {
        NamedKey older = new NamedKey("k1", OLD, null, NOON);
        Signing signing = new Signing("standard-webhooks", NEW, "k2", null, List.of(older));
        assertThat(signing.keys()).extracting(NamedKey::id).containsExactly("k2", "k1");
        assertThat(older.signsAt(NOON.minusNanos(1))).isTrue();
        assertThat(older.signsAt(NOON)).isFalse();
        assertThat(signing.keys().getFirst().signsAt(NOON)).isTrue();
    }
}
