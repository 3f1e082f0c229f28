package io.curtaincall.bench.deliver;

import java.util.Locale;
import java.util.stream.LongStream;

/** Every single time taken, so that a percentile is exact. */
public final class Latencies {
    private final long[] sortedNanos;

    public Latencies(LongStream nanos) {
        this.sortedNanos = nanos.sorted().toArray();
    }

    public double millisAt(double quantile) {
        if (sortedNanos.length == 0) return Double.NaN;
        int index = (int) Math.ceil(quantile * sortedNanos.length) - 1;
        return sortedNanos[Math.max(0, index)] / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "p50 %.1f ms, p99 %.1f ms, max %.1f ms", millisAt(0.5), millisAt(0.99), millisAt(1));
    }
}
