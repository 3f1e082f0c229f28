package io.curtaincall.embedded.query;

import io.curtaincall.embedded.plan.Interval;
import java.util.Iterator;
import java.util.List;
import java.util.PriorityQueue;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.RootReference;

/** The entries of intervals that are each in the wanted order, merged into that order. */
final class MergedWalk<V> implements Iterator<byte[]> {
    private final PriorityQueue<Walk<V>> walks = new PriorityQueue<>(Walk::compareRest);

    MergedWalk(MVMap<byte[], V> map, RootReference<byte[], V> root, List<Interval> intervals, boolean backward) {
        for (Interval interval : intervals) {
            add(new Walk<>(map, root, List.of(interval), backward));
        }
    }

    @Override
    public boolean hasNext() {
        return !walks.isEmpty();
    }

    @Override
    public byte[] next() {
        Walk<V> walk = walks.remove();
        byte[] key = walk.next();
        add(walk);
        return key;
    }

    private void add(Walk<V> walk) {
        if (walk.hasNext()) {
            walks.add(walk);
        }
    }
}
