package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.eventstore.EventLog.Progress;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WatchPaceTest {
    @Test
    void however_long_nothing_has_happened_half_of_a_hundred_milliseconds_is_left_for_the_look() {
        assertThat(idle(WatchPace.SHORTEST).limit(1_000))
                .allSatisfy(pace ->
                        assertThat(Duration.ofNanos(pace.nanos())).isPositive().isLessThan(Duration.ofMillis(50)));
        assertThat(WatchPace.AFTER_FAILURE.after(Progress.NOTHING_NEW)).isEqualTo(WatchPace.LONGEST);
    }

    @Test
    void the_longer_nothing_happens_the_seldomer_it_looks() {
        assertThat(idle(WatchPace.SHORTEST)
                        .map(pace -> Duration.ofNanos(pace.nanos()))
                        .limit(6))
                .extracting(Duration::toMillis)
                .containsExactly(3L, 6L, 12L, 24L, 40L, 40L);
    }

    @Test
    void while_others_append_it_looks_as_often_as_it_may() {
        assertThat(WatchPace.LONGEST.after(Progress.MOVED)).isEqualTo(WatchPace.SHORTEST);
        assertThat(WatchPace.LONGEST.after(Progress.WAITING)).isEqualTo(WatchPace.SHORTEST);
    }

    private static Stream<WatchPace> idle(WatchPace first) {
        return Stream.iterate(first, pace -> pace.after(Progress.NOTHING_NEW));
    }
}
