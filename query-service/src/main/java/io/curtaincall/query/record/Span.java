package io.curtaincall.query.record;

import io.curtaincall.query.page.RecordKey;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of time made of whole grains.
 *
 * @param from null since ever
 * @param to exclusive, null without end
 */
record Span(Grain grain, @Nullable Instant from, @Nullable Instant to) {
    /** Time within the two in the coarsest spans that fit: at most two hours are left to be counted by record. */
    static List<Span> covering(@Nullable Instant from, @Nullable Instant to) {
        if (from == null && to == null) return List.of(new Span(Grain.EVER, null, null));
        return covering(Grain.DAY, whole(from), whole(to)).toList();
    }

    Span finer() {
        return new Span(grain.finer(), from, to);
    }

    /** The one grain of this span that starts then. */
    Span at(long start) {
        if (grain == Grain.EVER) return this;
        return new Span(grain, Instant.ofEpochMilli(start), Instant.ofEpochMilli(grain.end(start)));
    }

    private static Stream<Span> covering(Grain grain, @Nullable Instant from, @Nullable Instant to) {
        if (from != null && to != null && !from.isBefore(to)) return Stream.empty();
        if (grain == Grain.RECORD) return Stream.of(new Span(grain, from, to));
        Instant start = from == null ? null : Instant.ofEpochMilli(grain.startNotBefore(from.toEpochMilli()));
        Instant end = to == null ? null : Instant.ofEpochMilli(grain.start(to.toEpochMilli()));
        if (start != null && end != null && !start.isBefore(end)) return covering(grain.finer(), from, to);
        return Stream.of(
                        start == null ? Stream.<Span>empty() : covering(grain.finer(), from, start),
                        Stream.of(new Span(grain, start, end)),
                        end == null ? Stream.<Span>empty() : covering(grain.finer(), end, to))
                .flatMap(spans -> spans);
    }

    private static @Nullable Instant whole(@Nullable Instant time) {
        return time == null ? null : Instant.ofEpochMilli(RecordKey.millis(time));
    }
}
