package io.curtaincall.bench.deliver;

/** The part of a run that counts, after the warm-up; nanoseconds. */
public record Window(long from, long to) {
    public boolean holds(long at) {
        return at != 0 && at - from >= 0 && at - to < 0;
    }

    public double perSecond(long count) {
        return count * 1e9 / (to - from);
    }
}
