package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RestingTest {
    private static final Duration SHORTEST = Duration.ofSeconds(30);
    private static final Duration DAYS = Duration.ofDays(3);

    @Test
    void the_longer_a_callback_has_rested_the_less_often_it_is_looked_at_up_to_an_hour() {
        assertThat(pause(Duration.ZERO, DAYS)).isEqualTo(SHORTEST);
        assertThat(pause(Duration.ofMinutes(10), DAYS)).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause(Duration.ofHours(1), DAYS)).isEqualTo(Duration.ofMinutes(8));
        assertThat(pause(DAYS, DAYS)).isBetween(Duration.ofMinutes(31), Duration.ofHours(1));
    }

    @Test
    void it_is_looked_at_soon_after_its_end() {
        assertThat(pause(DAYS, Duration.ofMinutes(3))).isEqualTo(Duration.ofMinutes(2));
        assertThat(pause(DAYS, Duration.ofSeconds(1))).isEqualTo(SHORTEST);
    }

    private static Duration pause(Duration waited, Duration left) {
        return Resting.pause(SHORTEST, waited, left);
    }
}
