package io.curtaincall.bench.kill;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What is left after the kills. */
public record KillFigures(
        KillPlan plan,
        StubbornReporter reporter,
        Receipts receipts,
        Map<String, Integer> recordsByCallback,
        List<Duration> restarts) {
    /** Callbacks promised by a 202 that never came. */
    public long lost() {
        return reporter.promisedCallbacks().stream()
                .filter(callback -> receipts.of(callback) == 0)
                .count();
    }

    /** Requests the receiver saw that no record tells of. */
    public long unrecorded() {
        return receipts.callbacks().stream()
                .mapToLong(callback -> Math.max(0, receipts.of(callback) - recordsByCallback.getOrDefault(callback, 0)))
                .sum();
    }

    public long promised() {
        return reporter.promisedCallbacks().size();
    }

    public boolean everyPromiseKept() {
        return promised() > 0 && lost() == 0 && unrecorded() == 0 && reporter.unplanned() == 0;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                kills                 %d, %s, seed %d
                up again              %d ms on average, %d ms at most
                accepted              %d callbacks promised (%d reports made again, %d of them already stored)
                accepted for nobody   %d
                lost                  %d
                requests received     %d
                duplicates            %d
                records               %d
                requests unrecorded   %d
                """,
                restarts.size(),
                plan.shape(),
                plan.seed(),
                (long) restarts.stream().mapToLong(Duration::toMillis).average().orElse(0),
                restarts.stream().mapToLong(Duration::toMillis).max().orElse(0),
                promised(),
                reporter.reportedAgain(),
                reporter.acceptedBefore(),
                reporter.unplanned(),
                lost(),
                receipts.total(),
                receipts.duplicates(),
                recordsByCallback.values().stream().mapToInt(Integer::intValue).sum(),
                unrecorded());
    }
}
