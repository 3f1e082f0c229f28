package io.curtaincall.eventstore;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.axonframework.eventhandling.TrackedEventMessage;

/** The newest settled commits, kept once for all readers of this process that have caught up. */
final class Tail {
    private static final int MOST_EVENTS = 8_192;
    private static final int MOST_BYTES = 16 * 1024 * 1024;
    private static final int MOST_EARLY = 2_000;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final TreeMap<Long, Kept> kept = new TreeMap<>();
    private final TreeMap<Long, StoredCommit> early = new TreeMap<>();
    private final Function<StoredCommit, List<TrackedEventMessage<?>>> messages;
    private long settled;
    private long keptAfter;
    private int events;
    private int bytes;

    Tail(long settled, Function<StoredCommit, List<TrackedEventMessage<?>>> messages) {
        this.settled = settled;
        this.keptAfter = settled;
        this.messages = messages;
    }

    /** Takes settled commits, those at the end at once, others when all before them are here. True if the tail grew. */
    boolean offer(List<StoredCommit> commits) {
        lock.lock();
        try {
            long before = settled;
            commits.forEach(this::offer);
            if (settled > before) {
                grown.signalAll();
            }
            return settled > before;
        } finally {
            lock.unlock();
        }
    }

    private void offer(StoredCommit commit) {
        if (commit.index() <= settled + 1) {
            take(commit);
            while (!early.isEmpty() && early.firstKey() <= settled + 1) {
                take(early.remove(early.firstKey()));
            }
        } else if (early.size() < MOST_EARLY) {
            early.put(commit.index(), commit); // beyond that many it is read from the store
        }
    }

    private void take(StoredCommit commit) {
        if (commit.lastIndex() <= settled) {
            return;
        }
        settled = commit.lastIndex();
        if (!commit.isTombstone()) {
            kept.put(commit.index(), new Kept(messages.apply(commit), commit.lastIndex(), commit.bytes()));
            events += commit.size();
            bytes += commit.bytes();
            forgetOldest();
        }
    }

    private void forgetOldest() {
        while (events > MOST_EVENTS || bytes > MOST_BYTES) {
            Map.Entry<Long, Kept> oldest = kept.pollFirstEntry();
            keptAfter = oldest.getValue().lastIndex();
            events -= (int) (keptAfter - oldest.getKey() + 1);
            bytes -= oldest.getValue().bytes();
        }
    }

    /** What is settled after the index, or nothing if that is too long ago to be kept here. */
    Optional<Slice> after(long index, int limit) {
        lock.lock();
        try {
            if (index < keptAfter) {
                return Optional.empty();
            }
            List<TrackedEventMessage<?>> found = new ArrayList<>();
            Long from = kept.floorKey(index + 1); // the index may lie inside a commit
            for (Kept commit : (from == null ? kept : kept.tailMap(from, true)).values()) {
                if (found.size() >= limit) {
                    return Optional.of(new Slice(found, CommitMessages.indexOf(found.getLast())));
                }
                commit.messages().stream()
                        .filter(message -> CommitMessages.indexOf(message) > index)
                        .forEach(found::add);
            }
            return Optional.of(new Slice(found, Math.max(index, settled)));
        } finally {
            lock.unlock();
        }
    }

    /** Waits until something is settled beyond the index. */
    void await(long index, long nanos) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long left = nanos; settled <= index && left > 0; ) {
                left = grown.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    long settled() {
        lock.lock();
        try {
            return settled;
        } finally {
            lock.unlock();
        }
    }

    /** Whether commits of this process wait for others before them. */
    boolean hasHole() {
        lock.lock();
        try {
            return !early.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private record Kept(List<TrackedEventMessage<?>> messages, long lastIndex, int bytes) {}
}
