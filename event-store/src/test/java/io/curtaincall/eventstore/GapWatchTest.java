package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GapWatchTest {
    private final AtomicLong nanos = new AtomicLong(-5);
    private final GapWatch gaps = new GapWatch(nanos::get, Duration.ofNanos(100));

    @Test
    void a_gap_is_overdue_once_it_has_been_seen_for_the_timeout() {
        assertThat(gaps.overdue(7, 9)).isEmpty();
        nanos.addAndGet(99);
        assertThat(gaps.overdue(7, 9)).isEmpty();
        nanos.addAndGet(1);
        assertThat(gaps.overdue(7, 9)).hasValue(9);
    }

    @Test
    void what_was_handed_out_after_the_first_sighting_is_not_overdue_with_it() {
        gaps.overdue(7, 9);
        nanos.addAndGet(100);
        assertThat(gaps.overdue(7, 20)).hasValue(9);
    }

    @Test
    void what_has_been_filled_since_is_not_overdue() {
        gaps.overdue(7, 9);
        nanos.addAndGet(100);
        assertThat(gaps.overdue(7, 8)).hasValue(8);
    }

    @Test
    void a_gap_that_was_closed_begins_anew() {
        gaps.overdue(7, 9);
        nanos.addAndGet(100);
        gaps.closed(7);
        assertThat(gaps.overdue(7, 9)).isEmpty();
    }

    @Test
    void sightings_long_past_are_forgotten() {
        for (int start = 0; start < 1_001; start++) {
            gaps.overdue(start, start);
        }
        nanos.addAndGet(5_000);
        gaps.overdue(2_000, 2_000); // makes room
        assertThat(gaps.overdue(3, 3)).isEmpty();
    }
}
