package io.curtaincall.query.record;

import java.time.Duration;

/** How finely something is counted. */
enum Grain {
    /** All time in one. */
    EVER(0),
    DAY(Duration.ofDays(1).toMillis()),
    HOUR(Duration.ofHours(1).toMillis()),
    /** Each record for itself: not counted before but when asked. */
    RECORD(1);

    private final long millis;

    Grain(long millis) {
        this.millis = millis;
    }

    /** The start of the grain that a time lies in. */
    long start(long time) {
        return this == EVER ? 0 : time - Math.floorMod(time, millis);
    }

    /** The first start of a grain that is not before the time. */
    long startNotBefore(long time) {
        return start(time + millis - 1);
    }

    /** The end of the grain that starts then, which is the start of the next. */
    long end(long start) {
        return start + millis;
    }

    Grain finer() {
        return switch (this) {
            case EVER -> DAY;
            case DAY -> HOUR;
            case HOUR, RECORD -> RECORD;
        };
    }
}
