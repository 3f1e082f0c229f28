package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.callback.Outcome.Responded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0 | 0",
                "120 | 120",
                "99999999999 | 86400",
                "99999999999999999999999 | 86400",
                "12, 13 | 12",
                "12 , 13 | 12",
                "Thu, 01 Jan 2026 12:00:30 GMT, 120 | 30",
                "Thursday, 01-Jan-26 12:00:30 GMT, Thu, 01 Jan 2026 12:00:40 GMT | 30",
                "Thu, 01 Jan 2026 12:00:30 GMT | 30",
                "Thursday, 01-Jan-26 12:00:30 GMT | 30",
                "Thu Jan  1 12:00:30 2026 | 30",
                "Thu Jan 15 12:00:30 2026 | 86400",
                "Thursday, 01-Jan-70 00:00:00 GMT | 0",
                "Thu, 01 Jan 1970 00:00:00 GMT | 0"
            })
    void seconds_and_dates_are_understood_and_clamped(String value, long seconds) {
        assertThat(asked(503, value)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1e309", "soon", "", "12;13", "Thu, 32 Jan 2026 12:00:30 GMT"})
    void junk_asks_for_nothing(String value) {
        assertThat(asked(429, value)).isZero();
    }

    @Test
    void whoever_failed_may_ask() {
        assertThat(asked(500, "120")).isEqualTo(Duration.ofMinutes(2));
    }

    @Property
    void whatever_is_said_is_between_nothing_and_a_day(@ForAll String value) {
        assertThat(asked(503, value)).isBetween(Duration.ZERO, Duration.ofDays(1));
    }

    private static Duration asked(int status, String value) {
        return RetryAfter.of(new Responded(status, Map.of("retry-after", value), "", false, null), NOON);
    }
}
