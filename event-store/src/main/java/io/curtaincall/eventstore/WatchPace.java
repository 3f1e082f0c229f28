package io.curtaincall.eventstore;

import io.curtaincall.eventstore.EventLog.Progress;
import java.util.concurrent.TimeUnit;

/** How long the watcher waits for its next look: hardly while others append, longer and longer while they do not. */
record WatchPace(long nanos) {
    static final WatchPace SHORTEST = new WatchPace(TimeUnit.MILLISECONDS.toNanos(3));
    /** Leaves more than half of the hundred milliseconds in which other processes' events are promised to the look. */
    static final WatchPace LONGEST = new WatchPace(TimeUnit.MILLISECONDS.toNanos(40));

    static final WatchPace AFTER_FAILURE = new WatchPace(TimeUnit.MILLISECONDS.toNanos(200));

    WatchPace after(Progress progress) {
        if (progress != Progress.NOTHING_NEW) {
            return SHORTEST;
        }
        return 2 * nanos < LONGEST.nanos ? new WatchPace(2 * nanos) : LONGEST;
    }
}
