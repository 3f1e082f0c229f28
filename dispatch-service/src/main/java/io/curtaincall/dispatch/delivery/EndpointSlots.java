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

    private record Slot(Bulkhead bulkhead, AtomicInteger inHand, AtomicInteger fromDueList) {}

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
                configId,
                id -> new Slot(
                        bulkhead(id.value(), properties.inFlightPerEndpoint()),
                        new AtomicInteger(),
                        new AtomicInteger()));
    }

    /** Takes a place in memory, if there is one. */
    boolean takeInHand(Turn turn) {
        Slot slot = slot(turn.configId());
        int ofAll = inHand.incrementAndGet();
        int ofEndpoint = slot.inHand().incrementAndGet();
        if (turn.isFromDueList()) slot.fromDueList().incrementAndGet();
        if (ofAll <= properties.inHand() && ofEndpoint <= properties.inHandPerEndpoint()) return true;
        leaveHand(turn);
        return false;
    }

    void leaveHand(Turn turn) {
        Slot slot = slot(turn.configId());
        if (turn.isFromDueList()) slot.fromDueList().decrementAndGet();
        slot.inHand().decrementAndGet();
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

    /**
     * How many callbacks from the due list may be fetched: as many as would start at once, and some even while new ones
     * take every place, so that the old are not kept waiting for ever.
     */
    int roomFor(NotifyConfigId configId) {
        Slot slot = slot(configId);
        int idle = properties.inFlightPerEndpoint() - slot.inHand().get();
        int share =
                (properties.inFlightPerEndpoint() + 1) / 2 - slot.fromDueList().get();
        int left = Math.min(
                properties.inHand() - inHand.get(),
                properties.inHandPerEndpoint() - slot.inHand().get());
        return Math.max(0, Math.min(left, Math.max(idle, share)));
    }

    int inHand() {
        return inHand.get();
    }

    int inFlight() {
        return properties.inFlight() - all.getMetrics().getAvailableConcurrentCalls();
    }
}
