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

    private final MVStore store;
    private final GroupCommit commits;
    private final Rounds rounds = new Rounds("store-housekeeping", PAUSE, this::tidy);
    private @Nullable Pin onDisk;

    Housekeeping(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        rounds.start();
    }

    private void tidy() {
        // in slices that commands can get between, and never for longer than until the next time
        boolean more = true;
        for (int slice = 0; more && slice < SLICES; slice++) {
            more = rewriteSparse();
        }
        sync();
    }

    private boolean rewriteSparse() {
        return commits.alone(() -> {
            boolean rewrote = store.getFileStore().size() > SMALL && store.compact(FILL_PERCENT, REWRITTEN_AT_ONCE);
            store.commit();
            return rewrote;
        });
    }

    private void sync() {
        Pin before = onDisk;
        Pin next = new Pin(store, store.registerVersionUsage());
        try {
            store.sync();
        } catch (RuntimeException e) {
            next.close(); // what is on disk is still what was there before
            throw e;
        }
        onDisk = next;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        rounds.close();
        if (onDisk != null) {
            onDisk.close();
        }
    }
}
