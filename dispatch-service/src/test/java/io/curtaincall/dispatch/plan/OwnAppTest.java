package io.curtaincall.dispatch.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Dialect;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Of formats by which an application's own config keeps the one of all applications from being called. */
class OwnAppTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId OWNER = new AccountId("acme");
    private static final DispatchPlanner PLANNER =
            new DispatchPlanner(new CallbackFormats(Stream.of(new OneEach("own", true), new OneEach("both", false))));
    private static final Set<Topic> WANTED = Set.of(Topic.RECORDING_OVER);

    @Test
    void the_config_of_the_app_itself_goes_before_the_one_of_all() {
        DispatchPlanned plan = plan(config("all", "own", "*"), config("exact", "own", "live"));
        assertThat(called(plan)).containsExactly("exact");
        assertThat(plan.skipped())
                .singleElement()
                .satisfies(skipped -> assertThat(skipped.reason()).isEqualTo("app live has a config of its own"));
    }

    @Test
    void it_does_so_even_when_it_is_disabled_or_asks_for_something_else() {
        NotifyConfigVersion all = config("all", "own", "*");
        assertThat(called(plan(all, config("exact", OWNER, "own", "live", "", WANTED, false))))
                .isEmpty();
        assertThat(called(plan(all, config("exact", OWNER, "own", "live", "", Set.of(Topic.STREAM_ENDED), true))))
                .isEmpty();
    }

    @Test
    void another_apps_another_formats_another_parts_and_another_accounts_do_not() {
        NotifyConfigVersion all = config("all", "own", "*");
        assertThat(called(plan(all, config("vod", "own", "vod")))).containsExactly("all");
        assertThat(called(plan(all, config("exact", "both", "live")))).containsExactly("all", "exact");
        assertThat(called(plan(all, config("exact", OWNER, "own", "live", "push", WANTED, true))))
                .containsExactly("all", "exact");
        AccountId earlier = new AccountId("earlier");
        assertThat(called(plan(all, config("exact", earlier, "own", "live", "", WANTED, true))))
                .containsExactly("all");
    }

    @Test
    void of_formats_that_do_not_want_it_so_both_are_called() {
        assertThat(called(plan(config("all", "both", "*"), config("exact", "both", "live"))))
                .containsExactly("all", "exact");
    }

    private static List<String> called(DispatchPlanned plan) {
        return plan.callbacks().stream()
                .map(callback -> callback.configId().value())
                .toList();
    }

    private static DispatchPlanned plan(NotifyConfigVersion... configs) {
        LiveEventReported event = new LiveEventReported(
                LiveEventKey.of("/nodes/edge-1", "1"),
                "/nodes/edge-1",
                "1",
                Topic.RECORDING_OVER,
                "live.example.com",
                "live",
                "demo",
                OWNER,
                "{}",
                NOON,
                NOON);
        return PLANNER.plan(event, List.of(configs), 7, new NodeId("node-1"), NOON);
    }

    private static NotifyConfigVersion config(String id, String format, String app) {
        return config(id, OWNER, format, app, "", WANTED, true);
    }

    private static NotifyConfigVersion config(
            String id, AccountId account, String format, String app, String part, Set<Topic> topics, boolean enabled) {
        return new NotifyConfigVersion(
                new NotifyConfigId(id),
                1,
                account,
                "live.example.com",
                app,
                "https://" + id + ".example/",
                topics,
                format,
                new Signing(Signing.NONE, null),
                enabled,
                null,
                null,
                null,
                null,
                Dialect.of(part, Map.of()),
                null);
    }

    private record OneEach(String name, boolean ownAppOnly) implements CallbackFormat {
        @Override
        public Set<Topic> topics() {
            return WANTED;
        }

        @Override
        public Content content(LiveEventReported event, Recipient recipient) {
            return new Content("text/plain", "");
        }

        @Override
        public Signed sign(Unsigned attempt) {
            return new Signed(Map.of(), attempt.body());
        }

        @Override
        public Preset preset() {
            return new Preset(Duration.ofSeconds(1), 1, Duration.ofSeconds(1), null, Success.ANY_2XX);
        }
    }
}
