package io.curtaincall.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEvent.Skipped;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DispatchPlannerTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId OWNER = new AccountId("acme");
    private static final DispatchPlanner PLANNER = new DispatchPlanner(new CallbackFormats(Stream.empty()));
    private static final NodeId NODE = new NodeId("node-1");
    private static final Signing SIGNING = new Signing("standard-webhooks", new SealedSecret("k", "c"));

    @Test
    void the_exact_app_and_the_star_are_both_called() {
        DispatchPlanned plan = plan(config("c1", "live"), config("c2", "*"));
        assertThat(plan.callbacks())
                .extracting(callback -> callback.configId().value())
                .containsExactly("c1", "c2");
        assertThat(plan.skipped()).isEmpty();
    }

    @Test
    void another_app_is_skipped_with_the_reason() {
        assertThat(plan(config("c1", "vod")).skipped())
                .containsExactly(new Skipped(new NotifyConfigId("c1"), "app does not match vod"));
    }

    @Test
    void a_disabled_config_is_skipped_with_the_reason() {
        assertThat(plan(config("c1", OWNER, "*", Topic.ALL_RECORDING, false)).skipped())
                .containsExactly(new Skipped(new NotifyConfigId("c1"), "disabled"));
    }

    @Test
    void a_topic_that_is_not_wanted_is_skipped_with_the_reason() {
        assertThat(plan(config("c1", OWNER, "*", Set.of(Topic.STREAM_ENDED), true))
                        .skipped())
                .containsExactly(new Skipped(new NotifyConfigId("c1"), "topic recording.over is not wanted"));
    }

    @Test
    void a_format_that_this_version_does_not_know_is_skipped_with_the_reason() {
        NotifyConfigVersion known = config("c1", "*");
        NotifyConfigVersion unknown = new NotifyConfigVersion(
                known.configId(), 3, OWNER, known.domain(), "*", known.url(), known.topics(), "newer", SIGNING, true);
        assertThat(plan(unknown).skipped())
                .containsExactly(new Skipped(known.configId(), "format newer is not known here"));
    }

    @Test
    void a_channel_that_is_not_subscribed_to_is_skipped_with_the_reason() {
        NotifyConfigVersion known = config("c1", "*");
        NotifyConfigVersion channels = new NotifyConfigVersion(
                known.configId(),
                3,
                OWNER,
                known.domain(),
                "*",
                known.url(),
                known.topics(),
                "curtaincall",
                SIGNING,
                true,
                null,
                List.of("ch1", "ch2"),
                null);
        assertThat(plan(channels).skipped())
                .containsExactly(new Skipped(known.configId(), "channel is none of ch1, ch2"));
    }

    @Test
    void an_event_of_a_domain_nobody_owns_is_kept_with_that_reason() {
        assertThat(PLANNER.plan(event(null), List.of(), 7, NODE, NOON).skipped())
                .containsExactly(new Skipped(null, "nobody owns domain live.example.com"));
    }

    @Test
    void a_config_of_another_account_is_neither_called_nor_named() {
        DispatchPlanned plan = plan(config("c1", new AccountId("other"), "*", Topic.ALL_RECORDING, true));
        assertThat(plan.callbacks()).isEmpty();
        assertThat(plan.skipped()).isEmpty();
    }

    @Test
    void a_config_without_an_address_calls_nobody() {
        NotifyConfigVersion known = config("c1", "*");
        NotifyConfigVersion nowhere = new NotifyConfigVersion(
                known.configId(), 3, OWNER, known.domain(), "*", "", known.topics(), "curtaincall", SIGNING, true);
        assertThat(plan(nowhere).callbacks()).isEmpty();
        assertThat(plan(nowhere).skipped()).containsExactly(new Skipped(known.configId(), "nobody is to be called"));
    }

    @Test
    void a_callback_carries_the_config_as_it_stood() {
        assertThat(plan(config("c1", "*")).callbacks())
                .containsExactly(new PlannedCallback(
                        CallbackId.of(event(OWNER).key(), new NotifyConfigId("c1")),
                        new NotifyConfigId("c1"),
                        3,
                        OWNER,
                        "https://c1.example/",
                        "curtaincall"));
    }

    @Test
    void a_callback_carries_its_configs_schedule() {
        NotifyConfigVersion known = config("c1", "*");
        List<Duration> waits = List.of(Duration.ofMinutes(1));
        NotifyConfigVersion patient = new NotifyConfigVersion(
                known.configId(),
                3,
                OWNER,
                known.domain(),
                "*",
                known.url(),
                known.topics(),
                "curtaincall",
                SIGNING,
                true,
                null,
                null,
                new Retry(waits));
        assertThat(plan(patient).callbacks()).extracting(PlannedCallback::retry).containsExactly(new Retry(waits));
    }

    @Property
    void each_config_of_the_owner_is_either_called_or_skipped(@ForAll("configs") List<NotifyConfigVersion> configs) {
        DispatchPlanned plan = PLANNER.plan(event(OWNER), configs, 7, NODE, NOON);
        Set<NotifyConfigId> owned = configs.stream()
                .filter(config -> config.accountId().equals(OWNER))
                .map(NotifyConfigVersion::configId)
                .collect(Collectors.toSet());
        assertThat(Stream.concat(
                        plan.callbacks().stream().map(PlannedCallback::configId),
                        plan.skipped().stream().map(Skipped::configId).map(Objects::requireNonNull)))
                .containsExactlyInAnyOrderElementsOf(owned);
    }

    @Property
    void who_is_called_has_asked_for_it(@ForAll("configs") List<NotifyConfigVersion> configs) {
        DispatchPlanned plan = PLANNER.plan(event(OWNER), configs, 7, NODE, NOON);
        Set<NotifyConfigId> called =
                plan.callbacks().stream().map(PlannedCallback::configId).collect(Collectors.toSet());
        assertThat(configs)
                .filteredOn(config -> called.contains(config.configId()))
                .allMatch(
                        config -> config.enabled() && config.matches("live.example.com", "live", Topic.RECORDING_OVER));
    }

    @Provide
    Arbitrary<List<NotifyConfigVersion>> configs() {
        Arbitrary<AccountId> accounts = Arbitraries.of("acme", "other").map(AccountId::new);
        Arbitrary<Set<Topic>> topics =
                Arbitraries.of(Topic.class).set().ofMinSize(1).map(Set::copyOf);
        return Combinators.combine(
                        Arbitraries.integers().between(1, 99),
                        accounts,
                        Arbitraries.of("*", "live", "vod"),
                        topics,
                        Arbitraries.of(true, false))
                .as((id, account, app, wanted, enabled) -> config("c" + id, account, app, wanted, enabled))
                .list()
                .uniqueElements(NotifyConfigVersion::configId);
    }

    private static DispatchPlanned plan(NotifyConfigVersion... configs) {
        return PLANNER.plan(event(OWNER), List.of(configs), 7, NODE, NOON);
    }

    private static NotifyConfigVersion config(String id, String app) {
        return config(id, OWNER, app, Topic.ALL_RECORDING, true);
    }

    private static NotifyConfigVersion config(
            String id, AccountId account, String app, Set<Topic> topics, boolean enabled) {
        return new NotifyConfigVersion(
                new NotifyConfigId(id),
                3,
                account,
                "live.example.com",
                app,
                "https://" + id + ".example/",
                topics,
                "curtaincall",
                SIGNING,
                enabled);
    }

    private static LiveEventReported event(@Nullable AccountId owner) {
        return new LiveEventReported(
                LiveEventKey.of("/nodes/edge-1", "1"),
                "/nodes/edge-1",
                "1",
                Topic.RECORDING_OVER,
                "live.example.com",
                "live",
                "demo",
                owner,
                "{}",
                NOON,
                NOON);
    }
}
