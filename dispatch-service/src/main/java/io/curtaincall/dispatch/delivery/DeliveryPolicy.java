package io.curtaincall.dispatch.delivery;

import io.curtaincall.dialects.port.CallbackFormat.Success;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
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
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what follows an attempt. Pure: no clock, no chance, no I/O.
 *
 * @param schedule the waits after the quick attempts
 * @param scheduleJitter the part of such a wait that may be added by lot
 * @param deadline how long after the first attempt the last may begin, null for as long as there are attempts
 */
record DeliveryPolicy(
        Quick quick,
        List<Duration> schedule,
        double scheduleJitter,
        @Nullable Duration deadline,
        Success success) {
    private static final String QUICK = "quick ";
    private static final String SCHEDULE = "schedule ";
    private static final String RETRY_AFTER = "retry-after";
    private static final String INTERRUPTED = "interrupted";
    private static final int GONE = 410;

    /**
     * @param attempt 1-based, the one that ended
     * @param since when the first began
     * @param draw from 0 to 1, by lot
     */
    Verdict after(Outcome outcome, int attempt, Instant since, Instant now, double draw) {
        return switch (outcome) {
            case Interrupted i -> new RetryAt(now, INTERRUPTED, 0);
            case Failed failed ->
                within(since, retry(attempt, now, draw, Duration.ZERO, failed.message()), attempt, failed.message());
            case Responded r when success.is(r.status()) -> new Delivered();
            case Responded r when isGone(r) -> new Abandoned(GivenUp.GONE);
            case Responded r -> {
                String why = "HTTP " + r.status();
                yield within(since, retry(attempt, now, draw, RetryAfter.of(r, now), why), attempt, why);
            }
        };
    }

    /**
     * Why an attempt that waited must not be made any more, empty if it may. The first is always made.
     *
     * @param attempt 1-based, the one that is next
     */
    Optional<String> tooLate(int attempt, Instant since, Instant now) {
        boolean late = attempt > 1 && deadline != null && now.isAfter(since.plus(deadline));
        return late
                ? Optional.of("the deadline of " + deadline + " passed before attempt " + attempt)
                : Optional.empty();
    }

    private Verdict retry(int attempt, Instant now, double draw, Duration atLeast, String why) {
        int step = attempt - quick.attempts();
        if (step >= schedule.size()) return new Abandoned("no attempt is left after " + attempt + ": " + why);
        RetryAt retry = step < 0 ? quick(attempt, now, draw) : scheduled(step, now, draw);
        Instant earliest = now.plus(atLeast);
        return retry.at().isBefore(earliest) ? new RetryAt(earliest, RETRY_AFTER, 0) : retry;
    }

    private Verdict within(Instant since, Verdict verdict, int attempt, String why) {
        boolean late = deadline != null
                && verdict instanceof RetryAt retry
                && retry.at().isAfter(since.plus(deadline));
        return late
                ? new Abandoned("the deadline of " + deadline + " passes after attempt " + attempt + ": " + why)
                : verdict;
    }

    private RetryAt quick(int attempt, Instant now, double draw) {
        long doubled = quick.base().toMillis() << Math.min(attempt - 1, 20);
        long wait = Math.min(doubled, quick.max().toMillis());
        double byLot = wait * quick.jitter();
        long jitter = Math.round(draw * byLot);
        return new RetryAt(now.plusMillis(wait - (long) byLot + jitter), QUICK + (attempt + 1), jitter);
    }

    private RetryAt scheduled(int step, Instant now, double draw) {
        Duration wait = schedule.get(step);
        long jitter = Math.round(draw * scheduleJitter * wait.toMillis());
        return new RetryAt(now.plus(wait).plusMillis(jitter), SCHEDULE + (step + 1), jitter);
    }

    /** The same but for what these terms say of their own. A deadline goes with the schedule that it was made for. */
    DeliveryPolicy with(Retry terms) {
        Duration kept = terms.schedule() == null ? deadline : null;
        return new DeliveryPolicy(
                terms.quick() == null ? quick : terms.quick(),
                terms.schedule() == null ? schedule : terms.schedule(),
                scheduleJitter,
                terms.deadline() == null ? kept : terms.deadline(),
                success);
    }

    DeliveryPolicy withSuccess(Success statuses) {
        return new DeliveryPolicy(quick, schedule, scheduleJitter, deadline, statuses);
    }

    /** Whether who made the attempt also makes the next; otherwise the callback waits in the due list for anybody. */
    static boolean staysInHand(Verdict verdict) {
        return verdict instanceof RetryAt retry
                && (retry.step().startsWith(QUICK) || retry.step().equals(INTERRUPTED));
    }

    static boolean wasInterrupted(Verdict verdict) {
        return verdict instanceof RetryAt retry && retry.step().equals(INTERRUPTED);
    }

    /** Whether the receiver says that nobody should be sent anything any more. */
    static boolean isGone(Outcome outcome) {
        return outcome instanceof Responded responded && responded.status() == GONE;
    }

    static boolean isScheduled(Verdict verdict) {
        return verdict instanceof RetryAt retry && retry.step().startsWith(SCHEDULE);
    }

    /** How many attempts are made from memory, this one included, when it is the one next made. */
    int quickFrom(int attempt) {
        return Math.max(1, quick.attempts() - attempt + 1);
    }
}
