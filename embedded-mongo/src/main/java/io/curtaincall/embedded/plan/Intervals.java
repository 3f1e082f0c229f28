package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.backend.IndexKey;
import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.key.KeyWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds the intervals of a key space that a query asks for: all combinations of points, then perhaps a range. */
final class Intervals {
    private static final int MOST = 10_000;

    private List<byte[]> prefixes = List.of(new byte[0]);

    /** Multiplies the prefixes by the points, unless that would be too many. */
    boolean add(Constraint.Points points, IndexKey field) {
        if ((long) prefixes.size() * points.keys().size() > MOST) {
            return false;
        }
        List<byte[]> next = new ArrayList<>(prefixes.size() * points.keys().size());
        for (byte[] prefix : prefixes) {
            for (byte[] point : points.keys()) {
                next.add(new KeyWriter()
                        .bytes(prefix)
                        .encoded(point, field.isAscending())
                        .toBytes());
            }
        }
        prefixes = next;
        return true;
    }

    List<Interval> closed() {
        return sorted(prefixes.stream()
                .map(prefix -> new Interval(
                        prefix, new KeyWriter().bytes(prefix).after().toBytes(), prefix.length))
                .toList());
    }

    List<Interval> closed(Constraint.Range range, IndexKey field) {
        boolean ascending = field.isAscending();
        Edge low = ascending ? range.lower() : range.upper();
        Edge high = ascending ? range.upper() : range.lower();
        return sorted(prefixes.stream()
                .map(prefix -> new Interval(
                        edge(prefix, range.type(), low, ascending, true),
                        edge(prefix, range.type(), high, ascending, false),
                        prefix.length))
                .toList());
    }

    private static byte[] edge(byte[] prefix, int type, @Nullable Edge edge, boolean ascending, boolean low) {
        KeyWriter key = new KeyWriter().bytes(prefix);
        if (edge == null) {
            // between the codes of two types there is room for a bound that no value reaches
            return key.encoded(new byte[] {(byte) (type + (low == ascending ? -1 : 1))}, ascending)
                    .toBytes();
        }
        key.encoded(edge.key(), ascending);
        return (low == edge.inclusive() ? key : key.after()).toBytes();
    }

    private static List<Interval> sorted(List<Interval> intervals) {
        return intervals.stream()
                .filter(interval -> !interval.isEmpty())
                .sorted(Comparator.comparing(Interval::low, Bytes::compare))
                .toList();
    }
}
