package io.curtaincall.embedded.store;

import java.util.concurrent.atomic.AtomicBoolean;
import org.h2.mvstore.MVStore;

/** Keeps one version of the store readable while a cursor walks it. */
public final class Pin implements AutoCloseable {
    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final AtomicBoolean released = new AtomicBoolean();

    Pin(MVStore store, MVStore.TxCounter usage) {
        this.store = store;
        this.usage = usage;
    }

    @Override
    public void close() {
        if (released.compareAndSet(false, true)) {
            store.deregisterVersionUsage(usage);
        }
    }
}
