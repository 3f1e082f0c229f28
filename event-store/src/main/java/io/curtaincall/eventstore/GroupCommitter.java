package io.curtaincall.eventstore;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.jspecify.annotations.Nullable;

/** Gathers the commits of all callers: whatever has come while the store was busy goes to it together. */
final class GroupCommitter implements AutoCloseable {
    private static final int MOST_COMMITS = 500;
    private static final int MOST_BYTES = 8 * 1024 * 1024;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();
    private final Deque<PendingCommit> waiting = new ArrayDeque<>();
    private final Consumer<List<PendingCommit>> store;
    private final Thread thread;
    private boolean closed;

    GroupCommitter(Consumer<List<PendingCommit>> store) {
        this.store = store;
        this.thread = Thread.ofPlatform().name("event-store-appender").daemon().start(this::run);
    }

    /** Returns the commit as stored once its fate is known; parks the calling thread, virtual or not, until then. */
    StoredCommit append(PendingCommit commit) {
        lock.lock();
        try {
            if (closed) {
                throw new EventStoreException("The event store is closed");
            }
            waiting.add(commit);
            arrived.signal();
        } finally {
            lock.unlock();
        }
        return await(commit);
    }

    private static StoredCommit await(PendingCommit commit) {
        try {
            return commit.fate().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void run() {
        for (List<PendingCommit> group = next(); group != null; group = next()) {
            try {
                store.accept(group);
            } catch (RuntimeException | Error e) { // whatever it is, no caller may wait for ever
                fail(group, e);
            }
        }
    }

    private static void fail(List<PendingCommit> group, Throwable cause) {
        for (PendingCommit commit : group) {
            commit.fate()
                    .completeExceptionally(
                            new EventStoreException("It is not known whether the events are stored", cause));
        }
    }

    private @Nullable List<PendingCommit> next() {
        lock.lock();
        try {
            while (waiting.isEmpty()) {
                if (closed) {
                    return null;
                }
                arrived.awaitUninterruptibly();
            }
            return takeGroup();
        } finally {
            lock.unlock();
        }
    }

    private List<PendingCommit> takeGroup() {
        List<PendingCommit> group = new ArrayList<>();
        int bytes = 0;
        while (!waiting.isEmpty() && group.size() < MOST_COMMITS) {
            PendingCommit next = waiting.peekFirst();
            if (!group.isEmpty() && bytes + next.bytes() > MOST_BYTES) {
                break;
            }
            bytes += next.bytes();
            group.add(waiting.removeFirst());
        }
        return group;
    }

    /** Takes no more commits and waits for those it has. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            arrived.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        try {
            thread.join(5_000);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
