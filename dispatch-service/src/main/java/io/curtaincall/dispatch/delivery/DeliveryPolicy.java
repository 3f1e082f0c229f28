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
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Decides what follows an attempt. Pure: no clock, no chance, no I/O. */
record DeliveryPolicy(
        int quickAttempts,
        Duration quickWait,
        Duration quickMaxWait,
        double quickJitter,
        List<Duration> schedule,
        double scheduleJitter,
        Success success) {
    private static final String QUICK = "quick ";
    private static final String SCHEDULE = "schedule ";
    private static final String RETRY_AFTER = "retry-after";
    private static final String INTERRUPTED = "interrupted";
    private static final int GONE = 410;

    /**
     * @param attempt 1-based, the one that ended
     * @param draw from 0 to 1, by lot
     */
    Verdict after(Outcome outcome, int attempt, Instant now, double draw) {
        return switch (outcome) {
            case Interrupted i -> new RetryAt(now, INTERRUPTED, 0);
            case Failed failed -> retry(attempt, now, draw, Duration.ZERO, failed.message());
            case Responded r when success.is(r.status()) -> new Delivered();
            case Responded r when r.status() == GONE -> new Abandoned("the receiver answered 410 Gone");
            case Responded r -> retry(attempt, now, draw, RetryAfter.of(r, now), "HTTP " + r.status());
        };
    }

    private Verdict retry(int attempt, Instant now, double draw, Duration atLeast, String why) {
        int step = attempt - quickAttempts;
        if (step >= schedule.size()) return new Abandoned("no attempt is left after " + attempt + ": " + why);
        RetryAt retry = step < 0 ? quick(attempt, now, draw) : scheduled(step, now, draw);
        Instant earliest = now.plus(atLeast);
        return retry.at().isBefore(earliest) ? new RetryAt(earliest, RETRY_AFTER, 0) : retry;
    }

    private RetryAt quick(int attempt, Instant now, double draw) {
        long doubled = quickWait.toMillis() << Math.min(attempt - 1, 20);
        long wait = Math.min(doubled, quickMaxWait.toMillis());
        double byLot = wait * quickJitter;
        long jitter = Math.round(draw * byLot);
        return new RetryAt(now.plusMillis(wait - (long) byLot + jitter), QUICK + (attempt + 1), jitter);
    }

    private RetryAt scheduled(int step, Instant now, double draw) {
        Duration wait = schedule.get(step);
        long jitter = Math.round(draw * scheduleJitter * wait.toMillis());
        return new RetryAt(now.plus(wait).plusMillis(jitter), SCHEDULE + (step + 1), jitter);
    }

    /** The same, but for the first attempts, whose waits are even and exact. */
    DeliveryPolicy withQuick(int attempts, Duration wait) {
        return new DeliveryPolicy(attempts, wait, wait, 0, schedule, scheduleJitter, success);
    }

    DeliveryPolicy withSchedule(List<Duration> waits) {
        return new DeliveryPolicy(quickAttempts, quickWait, quickMaxWait, quickJitter, waits, scheduleJitter, success);
    }

    DeliveryPolicy withSuccess(Success statuses) {
        return new DeliveryPolicy(
                quickAttempts, quickWait, quickMaxWait, quickJitter, schedule, scheduleJitter, statuses);
    }

    /** Whether who made the attempt also makes the next; otherwise the callback waits in the due list for anybody. */
    static boolean staysInHand(Verdict verdict) {
        return verdict instanceof RetryAt retry
                && (retry.step().startsWith(QUICK) || retry.step().equals(INTERRUPTED));
    }

    static boolean isScheduled(Verdict verdict) {
        return verdict instanceof RetryAt retry && retry.step().startsWith(SCHEDULE);
    }

    /** How many attempts are made from memory, this one included, when it is the one next made. */
    int quickFrom(int attempt) {
        return Math.max(1, quickAttempts - attempt + 1);
    }
}
