package io.curtaincall.bench.running;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Watches what all processes of an installation, store included, have resident together. */
public final class ResidentMemory implements AutoCloseable {
    private static final Duration EVERY = Duration.ofMillis(500);

    private final Installation installation;
    private final AtomicLong highest = new AtomicLong();
    private final Thread watching;

    public ResidentMemory(Installation installation) {
        this.installation = installation;
        watching = Thread.startVirtualThread(this::watch);
    }

    private void watch() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                highest.accumulateAndGet(now(), Math::max);
                Waiting.pause(EVERY);
            }
        } catch (IllegalStateException closed) {
            return;
        }
    }

    private long now() {
        return installation.parts().stream()
                .mapToLong(part -> part.process().residentMiB())
                .sum();
    }

    /** In MiB, 0 where it cannot be told. */
    public long highestMiB() {
        return highest.get();
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
