package io.curtaincall.bench.deliver;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** So many events a second whatever the answers take, as the world does it. */
public final class PacedLoad implements Load {
    private final Reporter reporter;
    private final Journeys journeys;
    private final int batch;
    private final long nanosBetween;

    public PacedLoad(Reporter reporter, Journeys journeys, int batch, int rate) {
        this.reporter = reporter;
        this.journeys = journeys;
        this.batch = batch;
        this.nanosBetween = 1_000_000_000L * batch / rate;
    }

    @Override
    public void run(Duration time) {
        long start = System.nanoTime();
        for (long due = start; due - start < time.toNanos(); due += nanosBetween) {
            int first = journeys.next(batch);
            if (first < 0) return;
            waitUntil(due);
            long dueAt = due;
            Thread.startVirtualThread(() -> reporter.report(first, batch, dueAt));
        }
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }
}
