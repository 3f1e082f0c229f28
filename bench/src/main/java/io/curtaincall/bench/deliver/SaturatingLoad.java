package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.Waiting;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** As much as comes out at the other end: a bounded number of events is on the way at any time. */
final class SaturatingLoad implements Load {
    private static final int REPORTERS = 8;

    private final Reporter reporter;
    private final Journeys journeys;
    private final int batch;
    private final Semaphore room;

    SaturatingLoad(Reporter reporter, Journeys journeys, int batch, int underWay) {
        this.reporter = reporter;
        this.journeys = journeys;
        this.batch = batch;
        this.room = new Semaphore(underWay);
    }

    @Override
    public void run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        CountDownLatch done = new CountDownLatch(REPORTERS);
        for (int i = 0; i < REPORTERS; i++) {
            Thread.startVirtualThread(() -> {
                try {
                    reportUntil(end);
                } finally {
                    done.countDown();
                }
            });
        }
        try {
            done.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void reportUntil(long end) {
        while (System.nanoTime() - end < 0) {
            if (!roomForABatch()) continue;
            int first = journeys.next(batch);
            if (first < 0) return;
            if (!reporter.report(first, batch, System.nanoTime())) {
                room.release(batch);
                Waiting.pause(Duration.ofMillis(100));
            }
        }
    }

    private boolean roomForABatch() {
        try {
            return room.tryAcquire(batch, 100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void received() {
        room.release();
    }
}
