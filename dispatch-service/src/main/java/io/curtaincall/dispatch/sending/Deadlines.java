package io.curtaincall.dispatch.sending;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Cuts exchanges whose time has run out, whatever they are doing; each cut on its own thread, as closing may block. */
final class Deadlines implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("callback-deadlines").daemon().factory());

    Deadlines() {
        timer.setRemoveOnCancelPolicy(true);
    }

    Future<?> watch(Course course, Duration deadline) {
        return timer.schedule(
                () -> Thread.ofVirtual().start(course::expire), deadline.toMillis(), TimeUnit.MILLISECONDS);
    }

    void every(Duration period, Runnable task) {
        long millis = period.toMillis();
        Future<?> unused = timer.scheduleWithFixedDelay(
                () -> Thread.ofVirtual().start(task), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
