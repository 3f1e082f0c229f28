package io.curtaincall.bench.running;

import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Waits for something that another process does; the one place of the bench that sleeps. */
public final class Waiting {
    private static final Duration STEP = Duration.ofMillis(25);

    private Waiting() {}

    /** Asks until there is an answer. */
    public static <T> T until(Duration atMost, Supplier<@Nullable T> question) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (true) {
            T answer = question.get();
            if (answer != null) return answer;
            if (System.nanoTime() > deadline) throw new IllegalStateException("waited in vain for " + atMost);
            pause(STEP);
        }
    }

    public static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
