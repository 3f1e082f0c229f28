package io.curtaincall.embedded.store;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What goes on beside commands: writes reach the disk, changes without a client are committed, and the space of what
 * was overwritten is won back. Space that the last state on disk needs is never reused, so that losing power loses at
 * most what was written since.
 */
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);
    private static final long PAUSE_MILLIS = 500;
    private static final long SMALL = 8 << 20;
    private static final int FILL_PERCENT = 50;
    private static final int REWRITTEN_AT_ONCE = 2 << 20;
    private static final int SLICES = 16;

    private final MVStore store;
    private final GroupCommit commits;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "store-housekeeping");
    private @Nullable Pin onDisk;

    Housekeeping(MVStore store, GroupCommit commits) {
        this.store = store;
        this.commits = commits;
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                tidy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Housekeeping of the store has ended", e);
        }
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
        store.sync();
        onDisk = next;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (onDisk != null) {
            onDisk.close();
        }
    }
}
