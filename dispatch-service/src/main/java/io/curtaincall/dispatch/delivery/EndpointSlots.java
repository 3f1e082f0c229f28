package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many callbacks are in hand and how many attempts under way, in all and for each notify config, so that one slow
 * receiver takes no more than its share.
 */
final class EndpointSlots {
    private final DeliveryProperties properties;
    private final Bulkhead all;
    private final AtomicInteger inHand = new AtomicInteger();
    private final Map<NotifyConfigId, Slot> slots = new ConcurrentHashMap<>();

    private record Slot(Bulkhead bulkhead, AtomicInteger inHand) {}

    EndpointSlots(DeliveryProperties properties) {
        this.properties = properties;
        all = bulkhead("all-callbacks", properties.inFlight());
    }

    private Bulkhead bulkhead(String name, int most) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(most)
                        .maxWaitDuration(properties.patience())
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
    }

    private Slot slot(NotifyConfigId configId) {
        return slots.computeIfAbsent(
                configId, id -> new Slot(bulkhead(id.value(), properties.inFlightPerEndpoint()), new AtomicInteger()));
    }

    /** Takes a place in memory, if there is one. */
    boolean takeInHand(NotifyConfigId configId) {
        AtomicInteger ofEndpoint = slot(configId).inHand();
        if (inHand.incrementAndGet() > properties.inHand()) {
            inHand.decrementAndGet();
            return false;
        }
        if (ofEndpoint.incrementAndGet() > properties.inHandPerEndpoint()) {
            leaveHand(configId);
            return false;
        }
        return true;
    }

    void leaveHand(NotifyConfigId configId) {
        slot(configId).inHand().decrementAndGet();
        inHand.decrementAndGet();
    }

    /** Waits for the turn to make an attempt; whoever gets it gives it back by {@link #landed}. */
    boolean takeOff(NotifyConfigId configId) {
        Bulkhead endpoint = slot(configId).bulkhead();
        if (!endpoint.tryAcquirePermission()) return false;
        if (all.tryAcquirePermission()) return true;
        endpoint.releasePermission();
        return false;
    }

    void landed(NotifyConfigId configId) {
        all.onComplete();
        slot(configId).bulkhead().onComplete();
    }

    /** How many callbacks from the due list would start at once; more would only wait here. */
    int roomFor(NotifyConfigId configId) {
        Slot slot = slot(configId);
        int free = Math.min(
                properties.inFlightPerEndpoint() - slot.inHand().get(),
                slot.bulkhead().getMetrics().getAvailableConcurrentCalls());
        return Math.max(0, Math.min(free, properties.inHand() - inHand.get()));
    }

    int inHand() {
        return inHand.get();
    }

    int inFlight() {
        return properties.inFlight() - all.getMetrics().getAvailableConcurrentCalls();
    }
}
