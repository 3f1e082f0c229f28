package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NamedKey;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SigningKeysTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final NotifyConfigId ID = new NotifyConfigId("nc_1");
    private static final SealedSecret FIRST = new SealedSecret("m", "MQ==");
    private static final SealedSecret SECOND = new SealedSecret("m", "Mg==");
    private static final String SHARED = "standard-webhooks";
    private static final Duration DAY = Duration.ofDays(1);
    private static final Terms TERMS = new Terms(
            "live.example.com", "*", "https://a.example.com/", Topic.ALL_RECORDING, "curtaincall", SHARED, true);
    private final FixtureConfiguration<NotifyConfig> config = new AggregateTestFixture<>(NotifyConfig.class)
            .registerInjectableResource(Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void a_rotation_makes_a_version_in_which_the_old_key_signs_until_the_overlap_is_over() {
        Signing rotated = signing(SECOND, "k2", List.of(older("k1", FIRST, NOON.plus(DAY))));
        config.given(new NotifyConfigAdded(version(1, signing(FIRST, "k1", null)), NOON))
                .when(rotation(1, SECOND, DAY))
                .expectEvents(new NotifyConfigChanged(version(2, rotated), NOON))
                .expectResultMessagePayload(version(2, rotated));
    }

    @Test
    void the_key_of_a_config_from_before_keys_had_names_can_be_rotated_too() {
        Signing rotated = signing(SECOND, "k2", List.of(older("k0", FIRST, NOON.plus(DAY))));
        config.given(new NotifyConfigAdded(version(1, new Signing(SHARED, FIRST)), NOON))
                .when(rotation(1, SECOND, DAY))
                .expectEvents(new NotifyConfigChanged(version(2, rotated), NOON));
    }

    @Test
    void a_rotation_of_a_version_that_is_not_the_newest_is_refused() {
        config.given(new NotifyConfigAdded(version(1, signing(FIRST, "k1", null)), NOON))
                .when(rotation(7, SECOND, DAY))
                .expectNoEvents()
                .expectException(RefusedException.class);
    }

    @Test
    void a_key_that_is_on_its_way_out_keeps_its_time_and_one_that_is_over_goes() {
        Signing before =
                signing(FIRST, "k5", List.of(older("k4", SECOND, NOON.plusSeconds(60)), older("k3", SECOND, NOON)));
        assertThat(SigningKeys.rotated(before, rotation(5, SECOND, DAY), 6, NOON)
                        .keys())
                .extracting(NamedKey::id, NamedKey::until)
                .containsExactly(tuple("k6", null), tuple("k5", NOON.plus(DAY)), tuple("k4", NOON.plusSeconds(60)));
    }

    @Test
    void a_rotation_without_overlap_ends_all_older_keys_at_once() {
        Signing before = signing(FIRST, "k5", List.of(older("k4", SECOND, NOON.plusSeconds(60))));
        assertThat(SigningKeys.rotated(before, rotation(5, SECOND, Duration.ZERO), 6, NOON))
                .isEqualTo(signing(SECOND, "k6", null));
    }

    @Test
    void five_keys_sign_at_most() {
        Signing keys = signing(FIRST, "k1", null);
        for (int version = 2; version <= 5; version++) {
            keys = SigningKeys.rotated(keys, rotation(version - 1, SECOND, DAY), version, NOON);
        }
        Signing full = keys;
        assertThat(full.keys()).hasSize(5);
        assertThatThrownBy(() -> SigningKeys.rotated(full, rotation(5, FIRST, DAY), 6, NOON))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("5 keys sign already, until 2026-01-02T12:00:00Z");
    }

    @Test
    void a_change_that_brings_a_secret_replaces_all_keys_and_one_without_keeps_them() {
        Signing before = signing(FIRST, "k2", List.of(older("k1", SECOND, NOON.plus(DAY))));
        assertThat(SigningKeys.replaced(before, SHARED, FIRST, null, 3)).isEqualTo(before);
        assertThat(SigningKeys.replaced(before, SHARED, SECOND, null, 3)).isEqualTo(signing(SECOND, "k3", null));
    }

    private static RotateSigningKey rotation(long expected, SealedSecret secret, Duration overlap) {
        return new RotateSigningKey(ID, expected, SigningScheme.SHARED, secret, null, overlap);
    }

    private static Signing signing(SealedSecret secret, String keyId, @Nullable List<NamedKey> older) {
        return new Signing(SHARED, secret, keyId, null, older);
    }

    private static NamedKey older(String id, SealedSecret secret, Instant until) {
        return new NamedKey(id, secret, null, until);
    }

    private static NotifyConfigVersion version(long version, Signing signing) {
        return TERMS.version(ID, version, new AccountId("acme"), signing);
    }
}
