package io.curtaincall.eventstore;

import io.curtaincall.eventstore.CommitLog.Stretch;
import java.time.Duration;
import java.time.Instant;

/**
 * Finds positions by time. The order is the index, not the time, so this is a promise with a margin: every event stamped
 * at the instant or later comes after the position, as long as no two writers' clocks are more than five seconds apart.
 */
final class TimeIndex {
    private static final long MARGIN = Duration.ofSeconds(10).toMillis();
    private static final int AT_ONCE = 1_000;

    private final GlobalCounter counter;
    private final CommitLog log;

    TimeIndex(GlobalCounter counter, CommitLog log) {
        this.counter = counter;
        this.log = log;
    }

    long before(Instant instant) {
        long head = counter.last();
        return walk(bisect(instant.toEpochMilli() - MARGIN, head), head, instant.toEpochMilli());
    }

    /** An index at or before which nothing is stamped at the time or later, were all clocks the same. */
    private long bisect(long time, long head) {
        long below = 0;
        long above = head + 1;
        while (above - below > 1) {
            long middle = below + (above - below) / 2;
            if (log.keyAtOrBefore(middle).map(commit -> commit.time() < time).orElse(true)) {
                below = middle;
            } else {
                above = middle;
            }
        }
        return below;
    }

    private long walk(long from, long head, long time) {
        long reached = from;
        while (reached < head) {
            Stretch next = log.between(reached + 1, head, AT_ONCE);
            for (StoredCommit commit : next.commits()) {
                if (stampedSince(commit, time)) {
                    return reached;
                }
                reached = commit.lastIndex();
            }
            if (next.complete()) {
                return reached;
            }
        }
        return reached;
    }

    private static boolean stampedSince(StoredCommit commit, long time) {
        return commit.entries().stream().anyMatch(entry -> entry.time() >= time);
    }
}
