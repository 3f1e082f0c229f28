package io.curtaincall.embedded.plan;

import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.key.KeyWriter;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a condition says about the values of one field; values are encoded, the first byte is the type. */
sealed interface Constraint {

    /** The field has one of some values, in order. */
    record Points(List<byte[]> keys) implements Constraint {
        static Points of(Collection<?> values) {
            TreeSet<byte[]> keys = new TreeSet<>(Bytes::compare);
            values.forEach(value -> keys.add(KeyWriter.key(value)));
            return new Points(List.copyOf(keys));
        }

        private Points or(Points other) {
            TreeSet<byte[]> all = new TreeSet<>(Bytes::compare);
            all.addAll(keys);
            all.addAll(other.keys);
            return new Points(List.copyOf(all));
        }

        private @Nullable Range asRange() {
            if (keys.isEmpty() || keys.getFirst()[0] != keys.getLast()[0]) {
                return null;
            }
            return new Range(keys.getFirst()[0], new Edge(keys.getFirst(), true), new Edge(keys.getLast(), true));
        }
    }

    /** The field lies between two values of one type; a side may be open. */
    record Range(int type, @Nullable Edge lower, @Nullable Edge upper) implements Constraint {
        static Range above(byte[] key, boolean inclusive) {
            return new Range(key[0], new Edge(key, inclusive), null);
        }

        static Range below(byte[] key, boolean inclusive) {
            return new Range(key[0], null, new Edge(key, inclusive));
        }

        Range and(Range other) {
            return new Range(type, Edge.narrowerLower(lower, other.lower), Edge.narrowerUpper(upper, other.upper));
        }

        private @Nullable Range around(Range other) {
            return type != other.type
                    ? null
                    : new Range(type, Edge.widerLower(lower, other.lower), Edge.widerUpper(upper, other.upper));
        }
    }

    /** A constraint that holds whenever one of the two does, or null when there is none. */
    static @Nullable Constraint either(Constraint one, Constraint other) {
        if (one instanceof Points points && other instanceof Points others) {
            return points.or(others);
        }
        Range range = range(one);
        Range another = range(other);
        return range == null || another == null ? null : range.around(another);
    }

    private static @Nullable Range range(Constraint constraint) {
        return switch (constraint) {
            case Range range -> range;
            case Points points -> points.asRange();
        };
    }
}
