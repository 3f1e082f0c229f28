package io.curtaincall.dispatch.hook;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class ServerClocksTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final ServerClocks clocks = new ServerClocks(registry);

    @Test
    void a_minute_either_way_is_no_wrong_clock() {
        assertThat(ahead("hs_1", 60_000)).isNull();
        assertThat(ahead("hs_1", -60_000)).isNull();
        assertThat(clocks.ahead(source("hs_1"), null, NOON)).isNull();
        assertThat(registry.getMeters()).isEmpty();
    }

    @Test
    void what_is_more_is_told_with_its_direction_and_counted() {
        assertThat(ahead("hs_1", 60_001)).isEqualTo(Duration.ofMillis(60_001));
        assertThat(ahead("hs_1", -3_600_000)).isEqualTo(Duration.ofHours(-1));
        assertThat(registry.get("dispatch.hooks.clock.off")
                        .tag("kind", "ant-media")
                        .counter()
                        .count())
                .isEqualTo(2);
    }

    @Test
    void the_log_says_so_once_an_hour_for_each_source() {
        Logger logger = (Logger) LoggerFactory.getLogger(ServerClocks.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            for (int minute = 0; minute <= 60; minute += 20) {
                for (String id : new String[] {"hs_1", "hs_2"}) {
                    Instant now = NOON.plus(Duration.ofMinutes(minute));
                    clocks.ahead(source(id), now.plusSeconds(600), now);
                }
            }
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).hasSize(4);
        assertThat(log.list.getFirst().getFormattedMessage()).contains("edge-1", "hs_1", "600 s");
    }

    private @Nullable Duration ahead(String id, long millis) {
        return clocks.ahead(source(id), NOON.plusMillis(millis), NOON);
    }

    private static HookSourceAdded source(String id) {
        return new HookSourceAdded(
                new HookSourceId(id),
                null,
                HookKind.ANT_MEDIA,
                "live.example.com",
                "edge-1",
                "hash",
                true,
                null,
                Instant.EPOCH);
    }
}
