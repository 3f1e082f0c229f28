package io.curtaincall.eventstore;

import io.curtaincall.eventstore.CommitLog.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads commits in order and stops at the first index whose fate is open: a slow writer may still fill it. When it has
 * been open too long a tombstone decides it, so that nothing after it is delivered first and nobody waits for ever.
 */
final class SettledReader {
    private final GlobalCounter counter;
    private final CommitLog log;
    private final GapWatch gaps;

    SettledReader(GlobalCounter counter, CommitLog log, GapWatch gaps) {
        this.counter = counter;
        this.log = log;
        this.gaps = gaps;
    }

    /** The settled commits that reach beyond the index, tombstones among them; at most {@code limit}. */
    List<StoredCommit> after(long index, int limit) {
        long head = counter.last();
        if (head <= index) {
            return List.of();
        }
        Stretch found = log.between(index + 1, head, limit);
        List<StoredCommit> commits = withBegun(index, found.commits());
        List<StoredCommit> settled = leadingRun(index, commits);
        if (found.complete() || settled.size() < commits.size()) {
            long reached = settled.isEmpty() ? index : settled.getLast().lastIndex();
            watchGap(reached, head, commits.subList(settled.size(), commits.size()));
        }
        return settled;
    }

    /** The index may lie inside a commit, which then begins before it. */
    private List<StoredCommit> withBegun(long index, List<StoredCommit> found) {
        if (index == 0 || (!found.isEmpty() && found.getFirst().index() == index + 1)) {
            return found;
        }
        List<StoredCommit> all = new ArrayList<>(found);
        log.atOrBefore(index).filter(commit -> commit.lastIndex() > index).ifPresent(all::addFirst);
        return all;
    }

    private static List<StoredCommit> leadingRun(long index, List<StoredCommit> found) {
        List<StoredCommit> run = new ArrayList<>();
        long reached = index;
        for (StoredCommit commit : found) {
            if (commit.index() > reached + 1) {
                break;
            }
            if (commit.lastIndex() > reached) {
                run.add(commit);
                reached = commit.lastIndex();
            }
        }
        return run;
    }

    private void watchGap(long reached, long head, List<StoredCommit> beyond) {
        long start = reached + 1;
        long end = beyond.isEmpty() ? head : beyond.getFirst().index() - 1;
        if (start > end) {
            return;
        }
        OptionalLong overdue = gaps.overdue(start, end);
        if (overdue.isPresent()) {
            log.graveyard().buryGap(start, overdue.getAsLong());
            gaps.closed(start);
        }
    }
}
