package io.curtaincall.embedded.store;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets concurrent writers share one commit, and lets no commit fall between a document and its index entries. A writer
 * gets its answer only after a commit that began when its change was complete.
 */
public final class GroupCommit {
    private final Runnable commit;
    private final ReentrantReadWriteLock changes = new ReentrantReadWriteLock();
    private final ReentrantLock committing = new ReentrantLock();
    private final AtomicLong begun = new AtomicLong();
    private volatile long durable;

    GroupCommit(Runnable commit) {
        this.commit = commit;
    }

    /** Runs the change and returns when it is durable. */
    public <T> T durably(Supplier<T> change) {
        T result;
        long ticket;
        changes.readLock().lock();
        try {
            ticket = begun.incrementAndGet();
            result = change.get();
        } finally {
            changes.readLock().unlock();
        }
        await(ticket);
        return result;
    }

    /** Returns when all that could be read before this call is durable. */
    public void awaitAllSeen() {
        await(begun.get());
    }

    /** Runs an action while no change and no other commit is under way. */
    <T> T alone(Supplier<T> action) {
        committing.lock();
        changes.writeLock().lock();
        try {
            return action.get();
        } finally {
            changes.writeLock().unlock();
            committing.unlock();
        }
    }

    private void await(long ticket) {
        if (durable >= ticket) {
            return;
        }
        committing.lock();
        try {
            if (durable < ticket) {
                commitAll();
            }
        } finally {
            committing.unlock();
        }
    }

    private void commitAll() {
        changes.writeLock().lock();
        try {
            long upTo = begun.get();
            commit.run();
            durable = upTo;
        } finally {
            changes.writeLock().unlock();
        }
    }
}
