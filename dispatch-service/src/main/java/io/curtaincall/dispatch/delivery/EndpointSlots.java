package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How many callbacks are in hand and how many attempts under way, in all and for each account, receiver and notify
 * config, so that none takes more than its share; and what each receiver is spared.
 */
final class EndpointSlots {
    /** One may be a gateway that many configs name, so half of what there is may be its. */
    private static final int RECEIVERS = 2;

    private final DeliveryProperties properties;
    private final Throttles throttles;
    private final Clock clock;
    private final Function<NotifyConfigId, FairShares.Party> parties;
    private final FairShares inHand;
    private final FairShares inFlight;
    private final Map<NotifyConfigId, Slot> slots = new ConcurrentHashMap<>();

    /** @param parties whose a config is and whom it calls */
    EndpointSlots(
            DeliveryProperties properties,
            Throttles throttles,
            Function<NotifyConfigId, FairShares.Party> parties,
            Clock clock) {
        this.properties = properties;
        this.throttles = throttles;
        this.clock = clock;
        this.parties = parties;
        inHand = new FairShares(properties.inHand(), RECEIVERS);
        inFlight = new FairShares(properties.inFlight(), RECEIVERS);
    }

    private static final class Slot {
        private final AtomicInteger inHand = new AtomicInteger();
        private final AtomicInteger fromDueList = new AtomicInteger();
        private final Map<Hold, Instant> lastHeld = new ConcurrentHashMap<>();
        private volatile @Nullable Throttle throttle;
    }

    private Slot slot(NotifyConfigId configId) {
        return slots.computeIfAbsent(configId, id -> new Slot());
    }

    /** Takes a place in memory, if there is one. */
    boolean takeInHand(Turn turn) {
        if (!inHand.take(turn.settle(parties))) return false;
        Slot slot = slot(turn.configId());
        int ofEndpoint = slot.inHand.incrementAndGet();
        if (turn.isFromDueList()) slot.fromDueList.incrementAndGet();
        if (ofEndpoint <= properties.inHandPerEndpoint()) return true;
        leaveHand(turn);
        return false;
    }

    void leaveHand(Turn turn) {
        Slot slot = slot(turn.configId());
        if (turn.isFromDueList()) slot.fromDueList.decrementAndGet();
        slot.inHand.decrementAndGet();
        inHand.giveBack(turn.party());
    }

    /**
     * Waits for the turn to make an attempt; whoever gets it gives it back by {@link #landed}. The turn takes in what
     * held it back.
     */
    Optional<Pass> takeOff(Turn turn, Delivery delivery, Endpoint.Open endpoint) {
        Slot slot = slot(delivery.configId());
        Optional<Pass> pass = throttle(slot, delivery, endpoint).enter(!turn.isFromDueList(), turn.heldBy());
        boolean full = pass.isPresent() && !inFlight.take(turn.party());
        if (full) turn.heldBy().add(Hold.CONCURRENCY_LIMIT);
        turn.heldBy().stream().filter(hold -> hold != Hold.ORDER).forEach(hold -> note(slot, hold));
        if (!full) return pass;
        pass.get().giveBack(null);
        return Optional.empty();
    }

    private void note(Slot slot, Hold hold) {
        slot.lastHeld.put(hold, clock.instant());
    }

    private Throttle throttle(Slot slot, Delivery delivery, Endpoint.Open endpoint) {
        Throttle known = slot.throttle;
        if (known != null && !known.isOfOneBefore(endpoint.version())) return known;
        synchronized (slot) {
            Throttle newest = slot.throttle;
            if (newest != null && !newest.isOfOneBefore(endpoint.version())) return newest;
            Throttle fresh = newest != null && newest.servesToo(endpoint)
                    ? newest.asOf(endpoint.version())
                    : throttles.of(delivery, endpoint);
            slot.throttle = fresh;
            if (newest != null && newest != fresh) newest.replaced();
            return fresh;
        }
    }

    /** @param outcome null if no attempt was made */
    void landed(Turn turn, Pass pass, @Nullable Outcome outcome) {
        inFlight.giveBack(turn.party());
        pass.giveBack(outcome);
    }

    /** Notes that callbacks in the due list wait because of this. */
    void note(NotifyConfigId configId, Hold by) {
        note(slot(configId), by);
    }

    /** What has held callbacks of the config back since then. */
    Set<Hold> heldSince(NotifyConfigId configId, Instant since) {
        return slot(configId).lastHeld.entrySet().stream()
                .filter(held -> held.getValue().isAfter(since))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(Throttle::nothing));
    }

    /**
     * How many callbacks from the due list may be fetched: as many as would start at once, and some even while new ones
     * take every place, so that the old are not kept waiting for ever.
     *
     * @param version the config's newest; what an older one was spared says nothing of it
     */
    int roomFor(NotifyConfigId configId, long version) {
        Slot slot = slot(configId);
        int idle = properties.inFlightPerEndpoint() - slot.inHand.get();
        int share = (properties.inFlightPerEndpoint() + 1) / 2 - slot.fromDueList.get();
        FairShares.Party party = parties.apply(configId);
        int fair = Math.min(inHand.room(party), inFlight.room(party));
        int left = Math.min(fair, properties.inHandPerEndpoint() - slot.inHand.get());
        int room = Math.max(0, Math.min(left, Math.max(idle, share)));
        return throttle(configId, version)
                .map(throttle -> Math.min(room, throttle.room()))
                .orElse(room);
    }

    /**
     * What keeps a callback of the due list waiting that comes after so many others, if a limit or an open circuit does.
     */
    Optional<Throttle.Held> waitOf(NotifyConfigId configId, long version, int before) {
        return throttle(configId, version).flatMap(throttle -> throttle.held(before));
    }

    private Optional<Throttle> throttle(NotifyConfigId configId, long version) {
        return Optional.ofNullable(slot(configId).throttle).filter(throttle -> throttle.isOf(version));
    }

    /** Lets go of what is known of configs that are no more. */
    void forget(Predicate<NotifyConfigId> isGone) {
        slots.entrySet().removeIf(entry -> entry.getValue().inHand.get() == 0 && isGone.test(entry.getKey()));
        throttles.log().forget(isGone);
    }

    int inHand() {
        return inHand.taken();
    }

    int inFlight() {
        return inFlight.taken();
    }

    /** The configs that this process has had something for. */
    Stream<NotifyConfigId> known() {
        return slots.keySet().stream();
    }

    int inHand(NotifyConfigId configId) {
        return slot(configId).inHand.get();
    }

    /** Empty if this process has sent it nothing yet. */
    Optional<Throttle.State> state(NotifyConfigId configId) {
        return Optional.ofNullable(slot(configId).throttle).map(Throttle::state);
    }

    /** How many receivers this process leaves alone. */
    long circuitsOpen() {
        return slots.values().stream()
                .map(slot -> slot.throttle)
                .filter(throttle ->
                        throttle != null && throttle.state().circuit().left().isPositive())
                .count();
    }
}
