package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.dispatch.delivery.Manners.Manner;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MannersTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Outcome BUSY = new Responded(503, Map.of(), "", false, null);
    private static final DeliveryPolicy USUAL = new DeliveryPolicy(
            3,
            Duration.ofMillis(500),
            Duration.ofSeconds(5),
            0.5,
            List.of(Duration.ofMinutes(1)),
            0.1,
            Success.ANY_2XX);
    private static final DeliveryPolicy PRESET =
            USUAL.withQuick(6, Duration.ofSeconds(1)).withSchedule(List.of(Duration.ofMinutes(9)));
    private static final Manners MANNERS =
            new Manners(Map.of("preset", new Manner(PRESET, null)), new Manner(USUAL, null));

    @Test
    void without_a_schedule_of_its_own_a_callback_has_its_formats() {
        assertThat(after("curtaincall", null, 3)).isEqualTo(new RetryAt(NOON.plusSeconds(60), "schedule 1", 0));
        assertThat(after("preset", null, 6)).isEqualTo(new RetryAt(NOON.plusSeconds(540), "schedule 1", 0));
    }

    @Test
    void its_own_schedule_goes_before_the_formats_but_leaves_the_quick_attempts() {
        List<Duration> waits = List.of(Duration.ofSeconds(2), Duration.ofDays(7));
        assertThat(after("preset", waits, 5)).isEqualTo(new RetryAt(NOON.plusSeconds(1), "quick 6", 0));
        assertThat(after("preset", waits, 6)).isEqualTo(new RetryAt(NOON.plusSeconds(2), "schedule 1", 0));
        assertThat(after("preset", waits, 7)).isEqualTo(new RetryAt(NOON.plusSeconds(604_800), "schedule 2", 0));
        assertThat(after("preset", waits, 8)).isInstanceOf(Abandoned.class);
    }

    @Test
    void an_empty_schedule_of_its_own_ends_it_after_the_quick_attempts() {
        assertThat(after("curtaincall", List.of(), 2)).isInstanceOf(RetryAt.class);
        assertThat(after("curtaincall", List.of(), 3)).isEqualTo(new Abandoned("no attempt is left after 3: HTTP 503"));
    }

    private static Verdict after(String format, @Nullable List<Duration> schedule, int attempt) {
        LiveEventKey key = LiveEventKey.of("/nodes/edge-1", "e-1");
        NotifyConfigId config = new NotifyConfigId("c");
        PlannedCallback callback = new PlannedCallback(
                CallbackId.of(key, config),
                config,
                1,
                new AccountId("acme"),
                "https://a.example/",
                format,
                null,
                schedule);
        return MANNERS.policy(callback).after(BUSY, attempt, NOON, 0);
    }
}
