package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.delivery.DeliveryProperties.Breaker;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class DeliveryPropertiesTest {
    private static final List<Duration> SCHEDULE = List.of(
            Duration.ofMinutes(1),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));

    @Test
    void the_defaults_are_those_that_are_promised() {
        assertThat(bound(Map.of()))
                .isEqualTo(new DeliveryProperties(
                        3,
                        Duration.ofMillis(500),
                        Duration.ofSeconds(5),
                        SCHEDULE,
                        0.1,
                        10_000,
                        2_000,
                        3_000,
                        64,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(3),
                        5_000,
                        Duration.ofMillis(200),
                        200,
                        1_000_000,
                        null,
                        Duration.ofSeconds(30),
                        new Breaker(20, 80, Duration.ofSeconds(10), Duration.ofMinutes(2), 3),
                        Duration.ofDays(5),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(4),
                        Duration.ofMillis(7_500)));
    }

    @Test
    void an_account_may_have_half_of_what_may_be_unfinished_where_nothing_is_said() {
        assertThat(bound(Map.of()).shareOfAccount()).isEqualTo(500_000);
        assertThat(bound(Map.of("dispatch.delivery.most-unfinished", "8")).shareOfAccount())
                .isEqualTo(4);
    }

    @Test
    void every_key_can_be_set() {
        DeliveryProperties bound = bound(Map.of(
                "dispatch.delivery.quick-attempts", "1",
                "dispatch.delivery.schedule", "1s,2s",
                "dispatch.delivery.in-flight-per-endpoint", "7",
                "dispatch.delivery.most-unfinished-per-account", "9",
                "dispatch.delivery.life", "9s"));
        assertThat(bound.shareOfAccount()).isEqualTo(9);
        assertThat(bound.quickAttempts()).isEqualTo(1);
        assertThat(bound.schedule()).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2));
        assertThat(bound.inFlightPerEndpoint()).isEqualTo(7);
        assertThat(bound.life()).isEqualTo(Duration.ofSeconds(9));
    }

    private static DeliveryProperties bound(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("dispatch.delivery", DeliveryProperties.class);
    }
}
