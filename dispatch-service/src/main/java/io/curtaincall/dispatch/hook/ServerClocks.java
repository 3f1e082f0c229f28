package io.curtaincall.dispatch.hook;

import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells whose clocks are wrong. Nothing is refused or put in another order for that: ours counts. */
final class ServerClocks {
    private static final Logger log = LoggerFactory.getLogger(ServerClocks.class);
    private static final Duration TOLERATED = Duration.ofSeconds(60);
    private static final Duration TOLD_EVERY = Duration.ofHours(1);

    private final MeterRegistry registry;
    private final Map<HookSourceId, Instant> toldAt = new ConcurrentHashMap<>();

    ServerClocks(MeterRegistry registry) {
        this.registry = registry;
    }

    /** Null where the server's clock is right, or is not told. */
    @Nullable
    Duration ahead(HookSourceAdded source, @Nullable Instant sentAt, Instant now) {
        if (sentAt == null) return null;
        Duration ahead = Duration.between(now, sentAt);
        if (ahead.abs().compareTo(TOLERATED) <= 0) return null;
        registry.counter("dispatch.hooks.clock.off", "kind", source.kind().wireName())
                .increment();
        if (isNews(source.hookSourceId(), now)) {
            log.warn(
                    "the clock of {} (hook source {}) is {} s ahead of ours, or its hooks come late",
                    source.node(),
                    source.hookSourceId(),
                    ahead.toSeconds());
        }
        return ahead;
    }

    private boolean isNews(HookSourceId source, Instant now) {
        Instant before = toldAt.putIfAbsent(source, now);
        if (before == null) return true;
        return !before.plus(TOLD_EVERY).isAfter(now) && toldAt.replace(source, before, now);
    }
}
