package io.curtaincall.eventstore;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;

/** Stops a process between taking an index and inserting at it. */
final class StalledWriter implements UnaryOperator<GlobalIndexes> {
    private static final int PATIENCE_SECONDS = 60;

    private final CountDownLatch indexTaken = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public GlobalIndexes apply(GlobalIndexes source) {
        return count -> {
            long first = source.take(count);
            indexTaken.countDown();
            await(goOn);
            return first;
        };
    }

    /** Gives what is done when the writer has gone on and inserted, once it stands where it is to stop. */
    CompletableFuture<Void> stall(Runnable append) {
        CompletableFuture<Void> appending = CompletableFuture.runAsync(append, Thread::startVirtualThread)
                .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
        await(indexTaken);
        return appending;
    }

    void goOn() {
        goOn.countDown();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("waited in vain");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
