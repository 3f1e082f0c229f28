package io.curtaincall.bench.chaos;

import java.util.Locale;

/** What was done and what came of it. */
record ChaosFigures(ChaosPlan plan, Disturbances disturbances, Takeovers takeovers, Kept kept) {
    /** First attempts that were taken from a process that was never killed nor stopped. */
    private long takenFromTheLiving() {
        return kept.records().interruptedAtFirst().stream()
                .flatMap(callback -> takeovers.acceptedBy(callback).stream())
                .filter(life -> !life.wasEverDown())
                .count();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                """
                dispatch processes    %d, %d events/s for %d s, seed %d
                killed                %d times
                ended by SIGTERM      %d times, within %d ms
                stopped               %d times for up to 12 s, %d times for 60 s
                %staken over            %d callbacks, after %s
                taken from the living %d
                """,
                plan.dispatchers(),
                plan.rate(),
                plan.time().toSeconds(),
                plan.seed(),
                disturbances.kills(),
                disturbances.ends(),
                disturbances.longestEndMillis(),
                disturbances.pauses(),
                disturbances.longPauses(),
                kept,
                takeovers.count(),
                takeovers.times(),
                takenFromTheLiving());
    }
}
