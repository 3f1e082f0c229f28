package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Interrupted;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Quick;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DeliveryPolicyTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<Duration> SCHEDULE =
            List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofHours(24));
    private static final Quick QUICK = new Quick(3, Duration.ofMillis(500), Duration.ofSeconds(5), 0.5);
    private static final DeliveryPolicy POLICY = new DeliveryPolicy(QUICK, SCHEDULE, 0.1, null, Success.ANY_2XX);

    @Test
    void quick_attempts_wait_twice_as_long_each_time_and_half_of_it_by_lot() {
        assertThat(after(status(500), 1, 0)).isEqualTo(new RetryAt(NOON.plusMillis(250), "quick 2", 0));
        assertThat(after(status(500), 1, 1)).isEqualTo(new RetryAt(NOON.plusMillis(500), "quick 2", 250));
        assertThat(after(status(500), 2, 0.5)).isEqualTo(new RetryAt(NOON.plusMillis(750), "quick 3", 250));
    }

    @Test
    void then_the_schedule_follows_and_then_nothing() {
        assertThat(after(status(500), 3, 0)).isEqualTo(new RetryAt(NOON.plusSeconds(60), "schedule 1", 0));
        assertThat(after(status(500), 4, 1)).isEqualTo(new RetryAt(NOON.plusSeconds(330), "schedule 2", 30_000));
        assertThat(after(status(500), 5, 0)).isInstanceOf(RetryAt.class);
        assertThat(after(status(500), 6, 0)).isEqualTo(new Abandoned("no attempt is left after 6: HTTP 500"));
    }

    @Test
    void gone_is_final() {
        assertThat(after(status(410), 1, 0)).isInstanceOf(Abandoned.class);
    }

    @Test
    void what_was_interrupted_is_tried_again_at_once_however_often() {
        assertThat(after(new Interrupted("stopped"), 40, 0)).isEqualTo(new RetryAt(NOON, "interrupted", 0));
    }

    @Test
    void a_receiver_that_asks_for_an_hour_is_not_waited_for_in_memory() {
        Outcome busy = new Responded(503, Map.of("Retry-After", "3600"), "", false, null);
        Verdict verdict = after(busy, 1, 0);
        assertThat(verdict).isEqualTo(new RetryAt(NOON.plusSeconds(3600), "retry-after", 0));
        assertThat(DeliveryPolicy.staysInHand(verdict)).isFalse();
    }

    @Test
    void no_attempt_begins_after_the_deadline_whatever_the_receiver_asks_for() {
        DeliveryPolicy brief = POLICY.with(new Retry(null, null, null, null, Duration.ofMinutes(10)));
        Instant late = NOON.plus(Duration.ofMinutes(9));
        assertThat(brief.after(status(500), 3, NOON, late, 0))
                .isEqualTo(new RetryAt(NOON.plus(Duration.ofMinutes(10)), "schedule 1", 0));
        assertThat(brief.after(status(500), 3, NOON, late.plusMillis(1), 0))
                .isEqualTo(new Abandoned("the deadline of PT10M passes after attempt 3: HTTP 500"));
        assertThat(brief.after(new Failed(FailureClass.TIMEOUT, "slow"), 3, NOON, late, 1))
                .isEqualTo(new Abandoned("the deadline of PT10M passes after attempt 3: slow"));
        Outcome busy = new Responded(503, Map.of("Retry-After", "601"), "", false, null);
        assertThat(brief.after(busy, 1, NOON, NOON, 0)).isInstanceOf(Abandoned.class);
        assertThat(brief.after(status(200), 9, NOON, late.plusSeconds(3600), 0)).isEqualTo(new Delivered());
        assertThat(brief.after(new Interrupted("stopped"), 9, NOON, late.plusSeconds(3600), 0))
                .isInstanceOf(RetryAt.class);
    }

    @Test
    void what_waited_beyond_its_deadline_is_not_sent_any_more_but_a_first_attempt_is_always_made() {
        DeliveryPolicy brief = POLICY.with(new Retry(null, null, null, null, Duration.ofMinutes(10)));
        Instant end = NOON.plus(Duration.ofMinutes(10));
        assertThat(brief.tooLate(3, NOON, end)).isEmpty();
        assertThat(brief.tooLate(3, NOON, end.plusMillis(1))).contains("the deadline of PT10M passed before attempt 3");
        assertThat(brief.tooLate(1, NOON, end.plusSeconds(3600))).isEmpty();
        assertThat(POLICY.tooLate(3, NOON, end.plus(Duration.ofDays(9)))).isEmpty();
    }

    @Property
    void every_success_is_delivered(@ForAll @IntRange(min = 200, max = 299) int status, @ForAll @Attempt int attempt) {
        assertThat(after(status(status), attempt, 0)).isEqualTo(new Delivered());
    }

    @Test
    void where_only_200_is_a_success_another_answer_of_that_kind_is_tried_again() {
        DeliveryPolicy strict = POLICY.withSuccess(Success.ONLY_200);
        assertThat(strict.after(status(200), 1, NOON, NOON, 0)).isEqualTo(new Delivered());
        assertThat(strict.after(status(204), 1, NOON, NOON, 0)).isInstanceOf(RetryAt.class);
    }

    @Property
    void everything_else_is_retried_while_attempts_are_left_and_never_in_the_past(
            @ForAll @IntRange(min = 300, max = 599) int status,
            @ForAll @Attempt int attempt,
            @ForAll @DoubleRange(min = 0, max = 1) double draw) {
        switch (after(status(status), attempt, draw)) {
            case RetryAt retry -> {
                assertThat(attempt).isLessThan(6);
                assertThat(retry.at()).isAfterOrEqualTo(NOON);
                assertThat(retry.jitterMillis())
                        .isBetween(0L, Duration.ofHours(24).toMillis() / 10);
            }
            case Abandoned abandoned ->
                assertThat(attempt >= 6 || status == 410).isTrue();
            case Delivered delivered -> throw new AssertionError("delivered with " + status);
        }
    }

    @Property
    void only_quick_retries_stay_in_hand(@ForAll @Attempt int attempt, @ForAll FailureClass failure) {
        Verdict verdict = after(new Failed(failure, "no"), attempt, 0.5);
        assertThat(DeliveryPolicy.staysInHand(verdict)).isEqualTo(attempt < 3);
        assertThat(POLICY.quickFrom(attempt)).isEqualTo(Math.max(1, 4 - attempt));
    }

    private static Verdict after(Outcome outcome, int attempt, double draw) {
        return POLICY.after(outcome, attempt, NOON, NOON, draw);
    }

    private static Responded status(int status) {
        return new Responded(status, Map.of(), "", false, null);
    }
}
