package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.notifyconfig.SigningView.OlderKeyView;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class SigningViewTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final SealedSecret SECRET = new SealedSecret("k", "c");
    private static final Signing ROTATED = new Signing(
            "standard-webhooks",
            SECRET,
            "k3",
            null,
            List.of(new NamedKey("k2", SECRET, null, NOON.plusSeconds(60)), new NamedKey("k1", SECRET, null, NOON)));

    @Test
    void an_older_key_is_told_until_its_time_is_over() {
        assertThat(SigningView.of(ROTATED, null, NOON.minusMillis(1)).olderKeys())
                .extracting(OlderKeyView::keyId)
                .containsExactly("k2", "k1");
        assertThat(SigningView.of(ROTATED, null, NOON).olderKeys())
                .extracting(OlderKeyView::keyId)
                .containsExactly("k2");
    }

    @Test
    void where_the_time_of_all_is_over_it_looks_as_if_there_had_been_none() {
        SigningView over = SigningView.of(ROTATED, null, NOON.plusSeconds(60));
        assertThat(over.olderKeys()).isNull();
        assertThat(over.keyId()).isEqualTo("k3");
    }
}
