package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat;
import io.curtaincall.dialects.port.CallbackFormat.Preset;
import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.dispatch.delivery.Manners.Manner;
import io.curtaincall.dispatch.format.CallbackFormats;
import io.curtaincall.dispatch.sending.Limits;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MannersTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final LiveEventKey KEY = LiveEventKey.of("/nodes/edge-1", "e-1");
    private static final NotifyConfigId CONFIG = new NotifyConfigId("c");
    private static final CallbackId ID = CallbackId.of(KEY, CONFIG);
    private static final AccountId ACCOUNT = new AccountId("acme");
    private static final @Nullable Retry NOTHING = null;
    private static final Outcome BUSY = new Responded(503, Map.of(), "", false, null);
    private static final Quick QUICK = new Quick(3, Duration.ofMillis(500), Duration.ofSeconds(5), 0.5);
    private static final DeliveryPolicy USUAL =
            new DeliveryPolicy(QUICK, List.of(Duration.ofMinutes(1)), 0.1, null, Success.ANY_2XX);
    private static final Preset PRESET = new Preset(
            Duration.ofSeconds(4),
            6,
            Duration.ofSeconds(1),
            List.of(Duration.ofMinutes(9)),
            Duration.ofMinutes(10),
            Success.ONLY_200);
    private static final Manners MANNERS = Manners.of(USUAL, new CallbackFormats(Stream.of(new Named(PRESET))));

    @Test
    void without_a_schedule_of_its_own_a_callback_has_its_formats() {
        assertThat(after("curtaincall", NOTHING, 3)).isEqualTo(new RetryAt(NOON.plusSeconds(60), "schedule 1", 0));
        assertThat(after("preset", NOTHING, 6)).isEqualTo(new RetryAt(NOON.plusSeconds(540), "schedule 1", 0));
    }

    @Test
    void its_own_schedule_goes_before_the_formats_but_leaves_the_quick_attempts() {
        List<Duration> waits = List.of(Duration.ofSeconds(2), Duration.ofDays(7));
        assertThat(after("preset", waits, 5)).isEqualTo(new RetryAt(NOON.plusSeconds(1), "quick 6", 0));
        assertThat(after("preset", waits, 6)).isEqualTo(new RetryAt(NOON.plusSeconds(2), "schedule 1", 0));
        assertThat(after("curtaincall", waits, 4)).isEqualTo(new RetryAt(NOON.plusSeconds(604_800), "schedule 2", 0));
        assertThat(after("preset", waits, 7)).isEqualTo(new RetryAt(NOON.plusSeconds(604_800), "schedule 2", 0));
        assertThat(after("preset", waits, 8)).isInstanceOf(Abandoned.class);
    }

    @Test
    void an_empty_schedule_of_its_own_ends_it_after_the_quick_attempts() {
        assertThat(after("curtaincall", List.of(), 2)).isInstanceOf(RetryAt.class);
        assertThat(after("curtaincall", List.of(), 3)).isEqualTo(new Abandoned("no attempt is left after 3: HTTP 503"));
    }

    @Test
    void a_preset_by_name_holds_for_any_format_but_for_what_is_success() {
        Retry named = new Retry("preset", null, null, null, null);
        assertThat(after("curtaincall", named, 5)).isEqualTo(new RetryAt(NOON.plusSeconds(1), "quick 6", 0));
        assertThat(MANNERS.of(callback("curtaincall", named)).limits())
                .isEqualTo(new Limits(Duration.ofSeconds(4), null));
        assertThat(MANNERS.of(callback("curtaincall", named)).policy().success())
                .isEqualTo(Success.ANY_2XX);
        Retry standard = new Retry("standard", null, null, null, null);
        assertThat(MANNERS.of(callback("preset", standard)))
                .isEqualTo(new Manner(USUAL.withSuccess(Success.ONLY_200), null));
    }

    @Test
    void what_is_said_beside_a_preset_goes_before_it() {
        Quick once = new Quick(1, Duration.ofSeconds(1), Duration.ofSeconds(1), 0);
        Retry own = new Retry(
                "preset", once, List.of(Duration.ofMinutes(2)), Duration.ofSeconds(30), Duration.ofSeconds(90));
        assertThat(MANNERS.of(callback("curtaincall", own)).limits())
                .isEqualTo(new Limits(Duration.ofSeconds(30), null));
        assertThat(after("curtaincall", own, 1))
                .isEqualTo(new Abandoned("the deadline of PT1M30S passes after attempt 1: HTTP 503"));
    }

    @Test
    void a_plan_from_before_there_were_terms_keeps_its_schedule() {
        PlannedCallback old = new PlannedCallback(
                ID, CONFIG, 1, ACCOUNT, "https://a.example/", "curtaincall", null, List.of(Duration.ofDays(2)), null);
        assertThat(MANNERS.of(old).policy().schedule()).containsExactly(Duration.ofDays(2));
    }

    private static Verdict after(String format, @Nullable List<Duration> schedule, int attempt) {
        return after(format, schedule == null ? null : new Retry(schedule), attempt);
    }

    private static Verdict after(String format, @Nullable Retry retry, int attempt) {
        return MANNERS.of(callback(format, retry)).policy().after(BUSY, attempt, NOON, NOON, 0);
    }

    private static PlannedCallback callback(String format, @Nullable Retry retry) {
        return new PlannedCallback(ID, CONFIG, 1, ACCOUNT, "https://a.example/", format, null, null, retry);
    }

    private record Named(Preset preset) implements CallbackFormat {
        @Override
        public String name() {
            return "preset";
        }

        @Override
        public Set<Topic> topics() {
            return Set.of();
        }

        @Override
        public Content content(LiveEventReported event, Recipient recipient) {
            return new Content("text/plain", "");
        }

        @Override
        public Signed sign(Unsigned attempt) {
            return new Signed(Map.of(), attempt.body());
        }
    }
}
