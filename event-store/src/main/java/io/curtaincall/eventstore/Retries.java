package io.curtaincall.eventstore;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Calls the server again after a failure that says nothing about the call itself: a lost connection, an election. */
final class Retries {
    private static final long FIRST_PAUSE = Duration.ofMillis(20).toNanos();
    private static final long LONGEST_PAUSE = Duration.ofMillis(500).toNanos();
    private static final int UNAUTHORIZED = 13;

    private final LongSupplier nanoTime;
    private final long patience;

    Retries(LongSupplier nanoTime, Duration patience) {
        this.nanoTime = nanoTime;
        this.patience = patience.toNanos();
    }

    /** The call must be safe to repeat although an earlier try may have been carried out. */
    <T> T call(Supplier<T> call) {
        long start = nanoTime.getAsLong();
        for (long pause = FIRST_PAUSE; ; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
            try {
                return call.get();
            } catch (MongoException e) {
                if (!passing(e) || nanoTime.getAsLong() - start > patience) {
                    throw e;
                }
                LockSupport.parkNanos(pause);
            }
        }
    }

    private static boolean passing(MongoException e) {
        return !(e instanceof MongoInterruptedException) && e.getCode() != UNAUTHORIZED;
    }
}
