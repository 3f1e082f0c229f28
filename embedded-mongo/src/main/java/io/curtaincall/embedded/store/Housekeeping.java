package io.curtaincall.embedded.store;

import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * What goes on beside commands: writes reach the disk, changes without a client are committed, and the space of what
 * was overwritten is won back. Space that the last state on disk needs is never reused, so that losing power loses at
 * most what was written since.
 */
final class Housekeeping implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final long SMALL = 8 << 20;
    private static final int FILL_PERCENT = 50;
    private static final int REWRITTEN_AT_ONCE = 2 << 20;
    private static final int SLICES = 16;
    /** Nobody waits for commands while the store is closed, and who opens it next gets a small file. */
    private static final int FILL_PERCENT_AT_CLOSE = 90;

    private final MVStore store;
    private final GroupCommit commits;
    private final SyncedVersion synced;
    private final Room room;
    private final Rounds rounds = new Rounds("store-housekeeping", PAUSE, this::tidy);
    private @Nullable Pin onDisk;

    Housekeeping(MVStore store, GroupCommit commits, SyncedVersion synced, Room room) {
        this.store = store;
        this.commits = commits;
        this.synced = synced;
        this.room = room;
        rounds.start();
    }

    private void tidy() {
        room.look();
        // in slices that commands can get between, and never for longer than until the next time
        boolean more = !room.isFull(); // rewriting takes room before it gives some
        for (int slice = 0; more && slice < SLICES; slice++) {
            more = rewriteSparse(SMALL, FILL_PERCENT);
        }
        sync();
    }

    private boolean rewriteSparse(long small, int fillPercent) {
        return commits.alone(() -> {
            boolean rewrote = store.getFileStore().size() > small && store.compact(fillPercent, REWRITTEN_AT_ONCE);
            store.commit();
            return rewrote;
        });
    }

    /** On return all that was answered is on disk. One after another: each lets go of what the one before has kept. */
    synchronized void sync() {
        Pin before = onDisk;
        Pin next = new Pin(store, store.registerVersionUsage());
        long version = commits.alone(store::getCurrentVersion); // a commit counts it up before it writes
        try {
            store.sync();
            synced.write(version);
        } catch (RuntimeException e) {
            next.close(); // what is on disk is still what was there before
            throw e;
        }
        onDisk = next;
        if (before != null) {
            before.close();
        }
    }

    /** Ends the work, closes the store and waits until all of it is on disk. */
    void closeStore(Duration tidying) {
        rounds.close();
        try {
            if (!store.isClosed()) tidyOnceMore(System.nanoTime() + tidying.toNanos());
        } finally {
            unpin();
            closeWhole();
        }
    }

    /**
     * Wins back space by rewriting alone, and has it on disk before the last pin goes. The library could also move
     * chunks while it closes, but breaks its own assertions about where it may move them to.
     */
    private void tidyOnceMore(long end) {
        boolean more = true;
        for (int slice = 0; more && slice < SLICES; slice++) {
            more = rewriteSparse(0, FILL_PERCENT_AT_CLOSE) && System.nanoTime() < end;
            sync();
        }
    }

    private void closeWhole() {
        boolean whole = commits.alone(() -> {
            if (store.isClosed()) return false; // by a failure, after which its version is one that was never written
            store.close();
            return true;
        });
        if (whole) synced.force(store.getCurrentVersion());
    }

    private synchronized void unpin() {
        if (onDisk != null) {
            onDisk.close();
        }
    }

    @Override
    public void close() {
        rounds.close();
        unpin();
    }
}
