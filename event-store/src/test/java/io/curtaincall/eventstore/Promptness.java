package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Holds a promise of time: nineteen of twenty one after the other within the limit. Whatever else runs on the machine
 * delays some and spoils many a stretch, so it is measured until one has stayed undisturbed; what is too slow by itself
 * has no such stretch.
 */
final class Promptness {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int STRETCH = 20;
    private static final int WITHIN_LIMIT = 19;

    private Promptness() {}

    static void requireNineteenOfTwentyWithin(Duration limit, Measurement measurement) throws Exception {
        Deque<Duration> latest = new ArrayDeque<>();
        long start = System.nanoTime();
        while (!isPrompt(latest, limit)) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                fail("never came nineteen of twenty within %s, at last %s", limit, latest);
            }
            if (latest.size() == STRETCH) {
                latest.removeFirst();
            }
            latest.addLast(measurement.take());
        }
    }

    private static boolean isPrompt(Deque<Duration> latest, Duration limit) {
        return latest.stream().filter(each -> each.compareTo(limit) < 0).count() >= WITHIN_LIMIT;
    }

    interface Measurement {
        Duration take() throws Exception;
    }
}
