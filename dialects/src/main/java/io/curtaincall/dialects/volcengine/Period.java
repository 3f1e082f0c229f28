package io.curtaincall.dialects.volcengine;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What a query of records spans, the end not included.
 *
 * @param offset in which the caller thinks, and is told times
 */
record Period(Instant from, Instant to, ZoneOffset offset) {
    private static final Duration LONGEST = Duration.ofDays(31);
    private static final Duration REACH = Duration.ofDays(366);

    /** Clocks differ: who asks for all of the 366 days by a clock that is behind is not refused. */
    private static final Duration CLOCKS_APART = Duration.ofMinutes(15);

    private static final String START = "StartTime";
    private static final String END = "EndTime";

    /** @throws VolcengineRefusal if it is none, too long or too long ago */
    static Period of(Parameters parameters, Instant now) {
        OffsetDateTime start = parameters.time(START);
        Instant from = start.toInstant();
        Instant to = parameters.time(END).toInstant();
        if (!to.isAfter(from)) throw Parameters.invalid(END, "must be later than StartTime");
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw Parameters.invalid(END, "must be at most 31 days later than StartTime");
        }
        if (from.isBefore(now.minus(REACH).minus(CLOCKS_APART))) {
            throw Parameters.invalid(START, "must be at most 366 days ago");
        }
        return new Period(from, to, start.getOffset());
    }
}
