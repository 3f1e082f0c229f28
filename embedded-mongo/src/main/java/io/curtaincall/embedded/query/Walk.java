package io.curtaincall.embedded.query;

import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.plan.Interval;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The entries of some intervals, one interval after the other, as they were when the walk began. */
final class Walk<V> implements Iterator<byte[]> {
    private final MVMap<byte[], V> map;
    private final RootReference<byte[], V> root;
    private final List<Interval> intervals;
    private final boolean backward;
    private int visited;
    private @Nullable Cursor<byte[], V> cursor;
    private Interval interval = new Interval(new byte[0], new byte[0], 0);
    private byte @Nullable [] next;
    private @Nullable V value;
    private @Nullable V nextValue;

    Walk(MVMap<byte[], V> map, RootReference<byte[], V> root, List<Interval> intervals, boolean backward) {
        this.map = map;
        this.root = root;
        this.intervals = intervals;
        this.backward = backward;
        advance();
    }

    @Override
    public boolean hasNext() {
        return next != null;
    }

    @Override
    public byte[] next() {
        byte[] current = next;
        if (current == null) {
            throw new NoSuchElementException();
        }
        value = nextValue;
        advance();
        return current;
    }

    /** The value of the entry that was returned last. */
    @Nullable
    V value() {
        return value;
    }

    /** The next key beyond the bytes that all keys of its interval share. */
    int compareRest(Walk<V> other) {
        byte[] mine = java.util.Objects.requireNonNull(next);
        byte[] others = java.util.Objects.requireNonNull(other.next);
        int order = java.util.Arrays.compareUnsigned(
                mine, interval.fixed(), mine.length, others, other.interval.fixed(), others.length);
        return backward ? -order : order;
    }

    private void advance() {
        next = null;
        while (next == null) {
            if (cursor == null && !openNext()) {
                return;
            }
            step(java.util.Objects.requireNonNull(cursor));
        }
    }

    private boolean openNext() {
        if (visited == intervals.size()) {
            return false;
        }
        interval = intervals.get(backward ? intervals.size() - 1 - visited : visited);
        visited++;
        cursor = map.cursor(root, backward ? interval.high() : interval.low(), null, backward);
        return true;
    }

    private void step(Cursor<byte[], V> open) {
        while (open.hasNext()) {
            byte[] key = open.next();
            if (backward ? Bytes.compare(key, interval.low()) < 0 : Bytes.compare(key, interval.high()) >= 0) {
                break;
            }
            // walking backward starts at the upper bound, which is not part of the interval
            if (!backward || Bytes.compare(key, interval.high()) < 0) {
                next = key;
                nextValue = open.getValue();
                return;
            }
        }
        cursor = null;
    }
}
