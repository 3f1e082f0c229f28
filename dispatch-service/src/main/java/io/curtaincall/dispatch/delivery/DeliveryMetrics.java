package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.Verdict;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** What deliveries count: {@code curtaincall.callback.*}. */
final class DeliveryMetrics {
    private final MeterRegistry registry;
    private final Map<String, Timer> attempts = new ConcurrentHashMap<>();

    DeliveryMetrics(MeterRegistry registry, EndpointSlots slots, DueBacklog backlog, AccountBacklogs accounts) {
        this.registry = registry;
        registry.gauge("curtaincall.callback.in-hand", slots, EndpointSlots::inHand);
        registry.gauge("curtaincall.callback.in-flight", slots, EndpointSlots::inFlight);
        registry.gauge("curtaincall.callback.unfinished", backlog, DueBacklog::unfinished);
        registry.gauge("curtaincall.account.unfinished.largest", accounts, AccountBacklogs::largest);
        registry.gauge("curtaincall.account.backlogs-full", accounts, AccountBacklogs::full);
        registry.gauge("curtaincall.endpoint.circuits-open", slots, EndpointSlots::circuitsOpen);
        registry.gauge("curtaincall.callback.due", backlog, DueBacklog::due);
        registry.gauge("curtaincall.callback.due.oldest.seconds", backlog, DueBacklog::oldestSeconds);
    }

    void attempted(CallbackAttempted event) {
        attempts.computeIfAbsent(nameOf(event), this::timer)
                .record(event.timing().totalMillis(), TimeUnit.MILLISECONDS);
        if (event.delay() == null) return;
        for (Hold hold : event.delay().by()) {
            String by = hold.name().toLowerCase(Locale.ROOT);
            registry.counter("curtaincall.callback.held", "by", by).increment();
        }
    }

    private Timer timer(String verdict) {
        return registry.timer("curtaincall.callback.attempts", "verdict", verdict);
    }

    private static String nameOf(CallbackAttempted event) {
        return switch (event.verdict()) {
            case Verdict.Delivered delivered -> "delivered";
            case Verdict.RetryAt retry -> "retry";
            case Verdict.Abandoned abandoned -> "abandoned";
        };
    }
}
