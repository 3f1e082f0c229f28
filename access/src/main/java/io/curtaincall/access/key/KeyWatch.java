package io.curtaincall.access.key;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/** Looks every second whether the master key was replaced, for as long as the process lives. */
final class KeyWatch implements SmartLifecycle {
    private final KeyRing ring;
    private @Nullable ScheduledExecutorService timer;

    KeyWatch(KeyRing ring) {
        this.ring = ring;
    }

    @Override
    public void start() {
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("key-watch").daemon().factory());
        Future<?> unused = timer.scheduleWithFixedDelay(ring::look, 1, 1, TimeUnit.SECONDS);
    }

    @Override
    public void stop() {
        if (timer != null) timer.shutdownNow();
        timer = null;
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
