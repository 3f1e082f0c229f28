package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Property
    void spans_cover_the_time_without_gap_or_overlap(
            @ForAll @LongRange(max = 40 * 365L * 86_400_000) long from,
            @ForAll @LongRange(max = 365L * 86_400_000) long length) {
        Instant start = Instant.ofEpochMilli(from);
        Instant end = start.plusMillis(length);

        long reached = from;
        for (Span span : Span.covering(start, end)) {
            assertThat(millis(span.from())).isEqualTo(reached);
            reached = millis(span.to());
        }

        assertThat(reached).isEqualTo(millis(end));
    }

    @Property
    void spans_begin_and_end_with_their_grain_and_little_is_left_to_count_by_record(
            @ForAll @LongRange(max = 40 * 365L * 86_400_000) long from,
            @ForAll @LongRange(max = 365L * 86_400_000) long length) {
        List<Span> spans = Span.covering(Instant.ofEpochMilli(from), Instant.ofEpochMilli(from + length));

        assertThat(spans).allSatisfy(span -> {
            assertThat(span.grain().start(millis(span.from()))).isEqualTo(millis(span.from()));
            assertThat(span.grain().start(millis(span.to()))).isEqualTo(millis(span.to()));
        });
        assertThat(spans.stream()
                        .filter(span -> span.grain() == Grain.RECORD)
                        .mapToLong(span -> millis(span.to()) - millis(span.from()))
                        .sum())
                .isLessThan(Duration.ofHours(2).toMillis());
    }

    @Test
    void all_time_is_one_span() {
        assertThat(Span.covering(null, null)).containsExactly(new Span(Grain.EVER, null, null));
    }

    @Test
    void time_open_to_one_side_ends_in_whole_days() {
        Instant noon = Instant.parse("2026-01-31T12:00:00Z");
        Instant midnight = Instant.parse("2026-02-01T00:00:00Z");

        assertThat(Span.covering(noon, null))
                .containsExactly(new Span(Grain.HOUR, noon, midnight), new Span(Grain.DAY, midnight, null));
    }

    @Test
    void no_time_at_all_has_no_span() {
        assertThat(Span.covering(Instant.EPOCH, Instant.EPOCH)).isEmpty();
    }

    private static long millis(@Nullable Instant time) {
        return time == null ? -1 : time.toEpochMilli();
    }
}
