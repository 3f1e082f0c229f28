package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    @Property
    void a_time_in_any_offset_is_read_as_it_was_written(
            @ForAll @LongRange(min = 0, max = 253_370_764_800L) long second,
            @ForAll @IntRange(min = -18 * 60, max = 18 * 60) int minutes) {
        ZoneOffset offset = ZoneOffset.ofTotalSeconds(minutes * 60);
        Instant time = Instant.ofEpochSecond(second);
        assertThat(Timestamps.parse(Timestamps.format(time, offset)).map(OffsetDateTime::toInstant))
                .contains(time);
    }

    @ParameterizedTest
    @CsvSource({
        "2021-08-16T23:01:59+23:00, 2021-08-16T00:01:59Z",
        "2021-08-16T00:01:59-23:59, 2021-08-17T00:00:59Z",
        "2021-08-16T00:01:59+18:01, 2021-08-15T06:00:59Z",
        "2021-08-16T00:01:59+18:00, 2021-08-15T06:01:59Z",
        "2016-12-31T23:59:60Z, 2016-12-31T23:59:59.999999999Z",
        "2016-12-31t23:59:59.5z, 2016-12-31T23:59:59.5Z",
    })
    void the_oddest_times_of_rfc_3339_are_understood(String text, Instant time) {
        assertThat(Timestamps.parse(text).map(OffsetDateTime::toInstant)).contains(time);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021-08-16T00:01:59",
                "2021-08-16T00:01+08:00",
                "2021-08-16 00:01:59Z",
                "2021-08-16T00:01:59+8:00",
                "2021-02-30T00:01:59Z",
                "2021-08-16T00:01:59+24:00",
                "2021-08-16T00:01:59+08:60",
                "2021-08-16T00:01:61Z",
                "2021-08-16T24:01:59Z",
                "+2021-08-16T00:01:59Z",
                "1629072119",
                "",
            })
    void anything_else_is_no_time(String text) {
        assertThat(Timestamps.parse(text)).isEmpty();
    }

    @Test
    void thirty_one_days_within_the_last_366_are_a_period() {
        assertThat(period(NOW.minus(Duration.ofDays(366)), Duration.ofDays(31)).from())
                .isEqualTo(NOW.minus(Duration.ofDays(366)));
        assertThat(period(NOW.minus(Duration.ofDays(1)), Duration.ofDays(2)).offset())
                .isEqualTo(Timestamps.USUAL_OFFSET);
    }

    @Test
    void what_is_longer_or_longer_ago_or_backwards_is_none() {
        assertRefused(NOW.minus(Duration.ofDays(40)), Duration.ofDays(31).plusSeconds(1), "EndTime must be at most 31");
        assertRefused(NOW.minus(Duration.ofDays(367)), Duration.ofDays(1), "StartTime must be at most 366 days");
        assertRefused(NOW.minus(Duration.ofDays(1)), Duration.ZERO, "EndTime must be later");
        assertRefused(NOW.minus(Duration.ofDays(1)), Duration.ofSeconds(-1), "EndTime must be later");
    }

    private static void assertRefused(Instant from, Duration length, String why) {
        assertThatThrownBy(() -> period(from, length)).isInstanceOfSatisfying(VolcengineRefusal.class, refusal -> {
            assertThat(refusal.error().code()).isEqualTo("InvalidParam");
            assertThat(refusal.error().message()).startsWith(why);
        });
    }

    private static Period period(Instant from, Duration length) {
        String body = "{\"StartTime\":\"" + Timestamps.format(from, Timestamps.USUAL_OFFSET) + "\",\"EndTime\":\""
                + Timestamps.format(from.plus(length), ZoneOffset.UTC) + "\"}";
        return Period.of(Parameters.of(body), NOW);
    }
}
