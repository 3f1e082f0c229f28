package io.curtaincall.eventstore;

import io.curtaincall.eventstore.CommitLog.Stretch;

/** Finds the last index before which nothing is open, looking back as far as writers may be under way. */
final class RecentGaps {
    /** More than all processes' groups in flight together hold; older gaps have been settled by their readers. */
    private static final int LOOK_BACK = 5_000;

    private final GlobalCounter counter;
    private final CommitLog log;

    RecentGaps(GlobalCounter counter, CommitLog log) {
        this.counter = counter;
        this.log = log;
    }

    long lastSettled() {
        long head = counter.last();
        long from = Math.max(1, head - LOOK_BACK + 1);
        long reached = log.keyAtOrBefore(from).map(StoredCommit::lastIndex).orElse(0L);
        if (reached < from) {
            reached = from - 1;
        }
        while (reached < head) {
            Stretch next = log.keysBetween(reached + 1, head, LOOK_BACK);
            for (StoredCommit commit : next.commits()) {
                if (commit.index() > reached + 1) {
                    return reached;
                }
                reached = Math.max(reached, commit.lastIndex());
            }
            if (next.complete()) {
                return reached;
            }
        }
        return reached;
    }
}
