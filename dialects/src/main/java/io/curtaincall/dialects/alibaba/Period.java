package io.curtaincall.dialects.alibaba;

import java.time.Duration;
import java.time.Instant;

/** What a query of records spans. */
record Period(Instant from, Instant to) {
    private static final Duration REACH = Duration.ofDays(7);

    /**
     * The part of it that can be queried. What is older than seven days is left out and not refused, so that "the last
     * seven days" by a client's clock is an answer too.
     */
    Period within(Instant now) {
        Instant oldest = now.minus(REACH);
        return from.isBefore(oldest) ? new Period(oldest, to) : this;
    }

    boolean isEmpty() {
        return !to.isAfter(from);
    }
}
