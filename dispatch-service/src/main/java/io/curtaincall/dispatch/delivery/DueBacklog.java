package io.curtaincall.dispatch.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How much is due and since when; measured now and then, because counting costs. */
final class DueBacklog {
    private static final Duration EVERY = Duration.ofSeconds(5);

    private final DueCallbacks dueCallbacks;
    private final Clock clock;
    private Instant measured = Instant.EPOCH;
    private volatile long due;
    private volatile Duration oldest = Duration.ZERO;

    DueBacklog(DueCallbacks dueCallbacks, Clock clock) {
        this.dueCallbacks = dueCallbacks;
        this.clock = clock;
    }

    void measure() {
        Instant now = clock.instant();
        if (measured.plus(EVERY).isAfter(now)) return;
        measured = now;
        due = dueCallbacks.countDue(now);
        oldest = dueCallbacks
                .earliest()
                .filter(at -> at.isBefore(now))
                .map(at -> Duration.between(at, now))
                .orElse(Duration.ZERO);
    }

    long due() {
        return due;
    }

    double oldestSeconds() {
        return oldest.toMillis() / 1_000.0;
    }
}
