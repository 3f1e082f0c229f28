package io.curtaincall.bench.deliver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {
    @Test
    void percentiles_are_those_of_the_times_themselves() {
        Latencies hundred = new Latencies(LongStream.rangeClosed(1, 100).map(millis -> millis * 1_000_000));

        assertThat(hundred.millisAt(0.5)).isEqualTo(50);
        assertThat(hundred.millisAt(0.99)).isEqualTo(99);
        assertThat(hundred.millisAt(1)).isEqualTo(100);
    }

    @Test
    void nothing_measured_is_not_a_number() {
        assertThat(new Latencies(LongStream.empty()).millisAt(0.99)).isNaN();
    }
}
