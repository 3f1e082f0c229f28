package io.curtaincall.embedded.plan;

import io.curtaincall.embedded.key.Bytes;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** One side of a range: an encoded value, and whether it belongs to the range. */
@SuppressWarnings("ArrayRecordComponent") // keys are never changed once written
record Edge(byte[] key, boolean inclusive) {
    private static final Comparator<Edge> AS_LOWER =
            Comparator.comparing(Edge::key, Bytes::compare).thenComparing(edge -> !edge.inclusive);
    private static final Comparator<Edge> AS_UPPER =
            Comparator.comparing(Edge::key, Bytes::compare).thenComparing(Edge::inclusive);

    static @Nullable Edge narrowerLower(@Nullable Edge one, @Nullable Edge other) {
        return one == null || other == null
                ? (one == null ? other : one)
                : AS_LOWER.compare(one, other) > 0 ? one : other;
    }

    static @Nullable Edge narrowerUpper(@Nullable Edge one, @Nullable Edge other) {
        return one == null || other == null
                ? (one == null ? other : one)
                : AS_UPPER.compare(one, other) < 0 ? one : other;
    }

    static @Nullable Edge widerLower(@Nullable Edge one, @Nullable Edge other) {
        return one == null || other == null ? null : AS_LOWER.compare(one, other) < 0 ? one : other;
    }

    static @Nullable Edge widerUpper(@Nullable Edge one, @Nullable Edge other) {
        return one == null || other == null ? null : AS_UPPER.compare(one, other) > 0 ? one : other;
    }
}
