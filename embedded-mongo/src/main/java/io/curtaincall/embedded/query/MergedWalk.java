package io.curtaincall.embedded.query;

import io.curtaincall.embedded.plan.Interval;
import java.util.List;
import java.util.PriorityQueue;
import org.h2.mvstore.MVMap;

/** The entries of intervals that are each in the wanted order, merged into that order. */
final class MergedWalk<V> implements Entries {
    private final PriorityQueue<Walk<V>> walks = new PriorityQueue<>(Walk::compareRest);

    MergedWalk(MVMap<byte[], V> map, List<Interval> intervals, boolean backward) {
        for (Interval interval : intervals) {
            add(new Walk<>(map, List.of(interval), backward));
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

    @Override
    public void refresh() {
        List<Walk<V>> all = List.copyOf(walks);
        walks.clear();
        all.forEach(walk -> {
            walk.refresh();
            add(walk);
        });
    }

    private void add(Walk<V> walk) {
        if (walk.hasNext()) {
            walks.add(walk);
        }
    }
}
