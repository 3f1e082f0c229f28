package io.curtaincall.eventstore;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/** Remembers since when this process has been waiting for a gap; other processes' clocks have no say. */
final class GapWatch {
    private static final int MANY = 1_000;

    private final Map<Long, Sighting> sightings = new ConcurrentHashMap<>();
    private final LongSupplier nanoTime;
    private final long timeoutNanos;

    GapWatch(LongSupplier nanoTime, Duration timeout) {
        this.nanoTime = nanoTime;
        this.timeoutNanos = timeout.toNanos();
    }

    /**
     * Where the gap ends that has been open too long, if it has. The end is that of the first sighting: what was handed
     * out later is younger than the timeout.
     */
    OptionalLong overdue(long start, long end) {
        long now = nanoTime.getAsLong();
        Sighting first = sightings.computeIfAbsent(start, any -> new Sighting(now, end));
        if (sightings.size() > MANY) {
            sightings.values().removeIf(sighting -> now - sighting.since() > 10 * timeoutNanos);
        }
        return now - first.since() >= timeoutNanos ? OptionalLong.of(Math.min(first.end(), end)) : OptionalLong.empty();
    }

    void closed(long start) {
        sightings.remove(start);
    }

    private record Sighting(long since, long end) {}
}
