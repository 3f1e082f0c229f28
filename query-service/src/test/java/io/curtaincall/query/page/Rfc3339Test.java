package io.curtaincall.query.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {
    @ParameterizedTest
    @CsvSource({
        "2026-01-31T08:00:00Z, 2026-01-31T08:00:00Z",
        "2026-01-31t08:00:00z, 2026-01-31T08:00:00Z",
        "2026-01-31T16:00:00+08:00, 2026-01-31T08:00:00Z",
        "2026-01-31T16:00:00 08:00, 2026-01-31T08:00:00Z",
        "2026-01-31 16:00:00+08:00, 2026-01-31T08:00:00Z",
        "2026-01-31T02:30:00.125-05:30, 2026-01-31T08:00:00.125Z",
        "2026-01-31T08:00:00-00:00, 2026-01-31T08:00:00Z"
    })
    void a_time_of_any_offset_is_read(String text, Instant expected) {
        assertThat(Rfc3339.parse(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-31",
                "2026-01-31T08:00:00",
                "2026-01-31T08:00Z",
                "2026-02-30T08:00:00Z",
                "2026-01-31T25:00:00Z",
                "2026-01-31T08:00:00+25:00",
                "1769846400",
                "yesterday",
                ""
            })
    void anything_else_is_not(String text) {
        assertThat(Rfc3339.parse(text)).isEmpty();
    }
}
