package io.curtaincall.bench.deliver;

import java.time.Duration;

/** Reports events for a while in some rhythm. */
public interface Load {
    /** Returns when the time is over; answers to the last reports may still be under way. */
    void run(Duration time);

    /** The callback of an event has come for the first time. */
    default void received() {}
}
