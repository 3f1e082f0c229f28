package io.curtaincall.allinone.start;

import io.curtaincall.embedded.EmbeddedMongo;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when its store cannot go on, as nothing that was answered is lost by that and only a new start can
 * mend it.
 */
final class StoreWatch {
    private static final Logger LOG = LoggerFactory.getLogger(StoreWatch.class);
    private static final Duration EVERY = Duration.ofMillis(500);
    private static final int STORE_BROKEN = 4;

    private StoreWatch() {}

    static EmbeddedMongo over(EmbeddedMongo store) {
        Thread.ofPlatform().name("store-watch").daemon().start(() -> watch(store));
        return store;
    }

    private static void watch(EmbeddedMongo store) {
        try {
            while (!store.isBroken()) TimeUnit.NANOSECONDS.sleep(EVERY.toNanos());
            LOG.error("The store's file could not be written. Nothing accepted is lost; make room and start again");
            Runtime.getRuntime().halt(STORE_BROKEN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
