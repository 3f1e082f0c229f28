package io.curtaincall.embedded.query;

import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.plan.Interval;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The entries of some intervals, one interval after the other, as they were when the walk began. */
final class Walk<V> implements Entries {
    private static final Interval NOTHING = new Interval(new byte[0], new byte[0], 0);

    private final MVMap<byte[], V> map;
    private final List<Interval> intervals;
    private final boolean backward;
    private RootReference<byte[], V> root;
    private int visited;
    private Interval interval = NOTHING;
    private @Nullable Cursor<byte[], V> cursor;
    private byte @Nullable [] next;
    private @Nullable V nextValue;
    private @Nullable V value;

    Walk(MVMap<byte[], V> map, List<Interval> intervals, boolean backward) {
        this.map = map;
        this.intervals = intervals;
        this.backward = backward;
        this.root = map.getRoot();
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

    @Override
    public void refresh() {
        byte[] from = next;
        if (from != null) {
            root = map.getRoot();
            cursor = map.cursor(root, from, null, backward);
            advance();
        }
    }

    /** The value of the entry that was returned last. */
    @Nullable
    V value() {
        return value;
    }

    /** Compares the next keys beyond the bytes that all keys of their intervals share. */
    int compareRest(Walk<V> other) {
        byte[] mine = Objects.requireNonNull(next);
        byte[] others = Objects.requireNonNull(other.next);
        int order = Arrays.compareUnsigned(
                mine, interval.fixed(), mine.length, others, other.interval.fixed(), others.length);
        return backward ? -order : order;
    }

    private void advance() {
        next = null;
        while (next == null && (cursor != null || openNext())) {
            step(Objects.requireNonNull(cursor));
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
