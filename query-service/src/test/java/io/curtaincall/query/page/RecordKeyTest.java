package io.curtaincall.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Comparator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class RecordKeyTest {
    private static final long YEAR_9999 = 253_402_300_799_999L;
    private static final long MOST_EVENTS = (1L << 52) - 1;

    @Property
    void keys_are_ordered_by_time_then_by_position(
            @ForAll @LongRange(min = 0, max = YEAR_9999) long millis,
            @ForAll @LongRange(min = 0, max = YEAR_9999) long otherMillis,
            @ForAll @LongRange(min = 1, max = MOST_EVENTS) long position,
            @ForAll @LongRange(min = 1, max = MOST_EVENTS) long otherPosition) {
        String key = key(millis, position);
        String other = key(otherMillis, otherPosition);

        int byKey = Integer.signum(key.compareTo(other));

        assertThat(byKey)
                .isEqualTo(Comparator.<long[]>comparingLong(pair -> pair[0])
                        .thenComparingLong(pair -> pair[1])
                        .compare(new long[] {millis, position}, new long[] {otherMillis, otherPosition}));
    }

    @Property
    void a_bound_divides_what_was_recorded_before_from_what_was_recorded_then_or_later(
            @ForAll @LongRange(min = 0, max = YEAR_9999) long recorded,
            @ForAll @LongRange(min = -999_999, max = 999_999) long nanosOff) {
        Instant bound = Instant.ofEpochMilli(recorded).plusNanos(nanosOff);

        boolean within = key(recorded, 1).compareTo(RecordKey.boundAt(bound)) >= 0;

        assertThat(within).isEqualTo(!Instant.ofEpochMilli(recorded).isBefore(bound));
    }

    @Test
    void times_before_the_epoch_bound_everything() {
        assertThat(key(0, 1)).isGreaterThan(RecordKey.boundAt(Instant.parse("0000-01-01T00:00:00Z")));
    }

    private static String key(long millis, long position) {
        return RecordKey.of(Instant.ofEpochMilli(millis), position).value();
    }
}
