package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.config.domain.DomainClaims;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.axonframework.test.aggregate.FixtureConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotifyConfigTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final NotifyConfigId ID = new NotifyConfigId("nc_1");
    private static final AccountId ACME = new AccountId("acme");
    private static final SealedSecret SECRET = new SealedSecret("k1", "b25l");
    private static final SealedSecret NEW_SECRET = new SealedSecret("k1", "dHdv");
    private static final Terms TERMS = terms("https://a.example.com/hook");
    private static final Terms MOVED = terms("https://b.example.com/hook");

    private final FixtureConfiguration<NotifyConfig> config =
            new AggregateTestFixture<>(NotifyConfig.class).registerInjectableResource(CLOCK);

    @BeforeEach
    void acme_owns_its_domain_only() {
        DomainClaims claims = (account, domain) -> {
            if (!domain.equals("live.example.com")) throw new DomainTaken(domain).refused();
        };
        RoomForConfigs room = domain -> {};
        config.registerAnnotatedCommandHandler(new AddNotifyConfigHandler(config.getRepository(), claims, room, CLOCK));
        config.registerAnnotatedCommandHandler(
                new ChangeNotifyConfigHandler(config.getRepository(), claims, room, CLOCK));
    }

    @Test
    void adding_makes_version_1() {
        config.givenNoPriorActivity()
                .when(new AddNotifyConfig(ID, ACME, TERMS, SECRET))
                .expectEvents(new NotifyConfigAdded(version(1, TERMS, SECRET), NOON))
                .expectResultMessagePayload(version(1, TERMS, SECRET));
    }

    @Test
    void a_config_for_anothers_domain_is_not_added() {
        config.givenNoPriorActivity()
                .when(new AddNotifyConfig(ID, ACME, elsewhere(), SECRET))
                .expectNoEvents()
                .expectException(RefusedException.class);
    }

    @Test
    void a_change_makes_the_next_version_of_the_whole_and_keeps_the_secret() {
        config.given(added())
                .when(new ChangeNotifyConfig(ID, 1, MOVED, null))
                .expectEvents(new NotifyConfigChanged(version(2, MOVED, SECRET), NOON))
                .expectResultMessagePayload(version(2, MOVED, SECRET));
    }

    @Test
    void a_new_secret_alone_is_a_change() {
        config.given(added())
                .when(new ChangeNotifyConfig(ID, 1, TERMS, NEW_SECRET))
                .expectEvents(new NotifyConfigChanged(version(2, TERMS, NEW_SECRET), NOON));
    }

    @Test
    void a_schedule_is_part_of_the_whole_and_goes_with_the_change_that_leaves_it_out() {
        Terms patient = retried(new Retry(List.of(Duration.ofMinutes(1), Duration.ofMinutes(5))));
        Terms once = retried(new Retry(List.of()));
        config.given(added())
                .when(new ChangeNotifyConfig(ID, 1, patient, null))
                .expectEvents(new NotifyConfigChanged(version(2, patient, SECRET), NOON));
        config.given(added(), new NotifyConfigChanged(version(2, patient, SECRET), NOON))
                .when(new ChangeNotifyConfig(ID, 2, patient, null))
                .expectNoEvents();
        config.given(added(), new NotifyConfigChanged(version(2, patient, SECRET), NOON))
                .when(new ChangeNotifyConfig(ID, 2, once, null))
                .expectEvents(new NotifyConfigChanged(version(3, once, SECRET), NOON));
        config.given(added(), new NotifyConfigChanged(version(2, patient, SECRET), NOON))
                .when(new ChangeNotifyConfig(ID, 2, TERMS, null))
                .expectEvents(new NotifyConfigChanged(version(3, TERMS, SECRET), NOON));
    }

    @Test
    void a_config_whose_receiver_was_given_up_is_disabled_once() {
        NotifyConfigDisabled disabled =
                new NotifyConfigDisabled(version(1, TERMS, SECRET).disabled(), "gone", NOON);
        config.given(added()).when(new DisableNotifyConfig(ID, 1, "gone")).expectEvents(disabled);
        config.given(added(), disabled)
                .when(new DisableNotifyConfig(ID, 1, "gone"))
                .expectNoEvents();
        config.given(added(), disabled)
                .when(new ChangeNotifyConfig(ID, 2, TERMS, null))
                .expectEvents(new NotifyConfigChanged(version(3, TERMS, SECRET), NOON));
    }

    @Test
    void who_changed_it_since_its_receiver_was_given_up_is_called_again() {
        config.given(added(), new NotifyConfigChanged(version(2, MOVED, SECRET), NOON))
                .when(new DisableNotifyConfig(ID, 1, "gone"))
                .expectNoEvents();
    }

    @Test
    void who_stops_signing_drops_the_secret() {
        Terms unsigned = new Terms("live.example.com", "*", TERMS.url(), TERMS.topics(), "other", "none", true);
        config.given(added())
                .when(new ChangeNotifyConfig(ID, 1, unsigned, null))
                .expectEvents(
                        new NotifyConfigChanged(unsigned.version(ID, 2, ACME, new Signing(Signing.NONE, null)), NOON));
    }

    @Test
    void changing_to_the_same_records_nothing() {
        config.given(added())
                .when(new ChangeNotifyConfig(ID, 1, TERMS, null))
                .expectNoEvents()
                .expectResultMessagePayload(version(1, TERMS, SECRET));
    }

    @Test
    void a_change_to_a_version_that_is_not_the_newest_is_refused() {
        config.given(added(), new NotifyConfigChanged(version(2, MOVED, SECRET), NOON))
                .when(new ChangeNotifyConfig(ID, 1, TERMS, null))
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage("VersionConflict[expected=1, actual=2]");
    }

    @Test
    void a_config_does_not_move_to_anothers_domain() {
        config.given(added())
                .when(new ChangeNotifyConfig(ID, 1, elsewhere(), null))
                .expectNoEvents()
                .expectException(RefusedException.class)
                .expectExceptionMessage("DomainTaken[domain=taken.example.com]");
    }

    @Test
    void removing_makes_the_last_version() {
        config.given(added())
                .when(new RemoveNotifyConfig(ID, null))
                .expectEvents(new NotifyConfigRemoved(ID, ACME, 2, NOON))
                .expectMarkedDeleted();
    }

    @Test
    void removing_a_version_that_is_not_the_newest_is_refused() {
        config.given(added())
                .when(new RemoveNotifyConfig(ID, 7L))
                .expectNoEvents()
                .expectException(RefusedException.class);
    }

    @Test
    void what_is_removed_cannot_be_changed() {
        config.given(added(), new NotifyConfigRemoved(ID, ACME, 2, NOON))
                .when(new ChangeNotifyConfig(ID, 2, MOVED, null))
                .expectNoEvents()
                .expectException(org.hamcrest.Matchers.instanceOf(AggregateNotFoundException.class));
    }

    private static NotifyConfigAdded added() {
        return new NotifyConfigAdded(version(1, TERMS, SECRET), NOON);
    }

    private static NotifyConfigVersion version(long version, Terms terms, SealedSecret secret) {
        String keyId = secret.equals(SECRET) ? "k1" : "k" + version;
        return terms.version(ID, version, ACME, new Signing(terms.scheme(), secret, keyId, null, null));
    }

    private static Terms terms(String url) {
        return new Terms("live.example.com", "*", url, Topic.ALL_RECORDING, "curtaincall", "standard-webhooks", true);
    }

    private static Terms retried(Retry retry) {
        return new Terms(
                TERMS.domain(),
                TERMS.app(),
                TERMS.url(),
                TERMS.topics(),
                TERMS.format(),
                TERMS.scheme(),
                true,
                null,
                null,
                retry,
                null,
                null,
                null);
    }

    private static Terms elsewhere() {
        return new Terms(
                "taken.example.com", "*", TERMS.url(), Topic.ALL_RECORDING, "curtaincall", "standard-webhooks", true);
    }
}
