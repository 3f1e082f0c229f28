package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** What one version of a config spares its receiver: too many attempts at once, too fast, or while it is down. */
final class Throttle {
    private static final long SECOND_NANOS = 1_000_000_000;
    /** As the rate limiter says that a wait would be too long. */
    private static final long NEVER = -1;

    private final AtomicLong version;
    private final Endpoint.Open endpoint;
    private final int concurrent;
    private final @Nullable Integer perSecond;
    private final Duration patience;
    private final Bulkhead places;
    private final @Nullable RateLimiter rate;
    private final Circuit circuit;
    private final AtomicInteger waitingForPlace = new AtomicInteger();
    private final AtomicInteger waitingForRate = new AtomicInteger();

    /** @param version of the config, which may grow while the receiver and what it can take stay the same */
    Throttle(String name, AtomicLong version, Endpoint.Open endpoint, DeliveryProperties properties, Circuit circuit) {
        this.version = version;
        this.endpoint = endpoint;
        this.circuit = circuit;
        Limits limits = endpoint.limits();
        patience = properties.patience();
        Integer own = limits == null ? null : limits.concurrent();
        concurrent = own == null ? properties.inFlightPerEndpoint() : Math.min(own, properties.inFlightPerEndpoint());
        perSecond = limits == null ? null : limits.perSecond();
        places = places(name, concurrent, patience);
        rate = perSecond == null ? null : evenly(name, perSecond);
    }

    static Bulkhead places(String name, int most, Duration patience) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(most)
                        .maxWaitDuration(patience)
                        .fairCallHandlingStrategyEnabled(true)
                        .build());
    }

    /** One permission for each piece of a second, so that they are spread over it. */
    private RateLimiter evenly(String name, int count) {
        return RateLimiter.of(
                name,
                RateLimiterConfig.custom()
                        .limitForPeriod(1)
                        .limitRefreshPeriod(Duration.ofNanos(SECOND_NANOS / count))
                        .timeoutDuration(patience)
                        .build());
    }

    /**
     * Waits for the turn to make an attempt.
     *
     * @param fresh whether it comes straight from the intake; those leave half of the rate to what waits in the due list
     * @param heldBy takes in what held it back
     * @return empty if that would take too long
     * @throws CancellationException if the wait is interrupted
     */
    Optional<Pass> enter(boolean fresh, Set<Hold> heldBy) {
        if (isLeftAlone()) {
            heldBy.add(Hold.CIRCUIT_OPEN);
            return Optional.empty();
        }
        if (!takePlace(heldBy)) return Optional.empty();
        if (awaitRate(fresh, heldBy)) {
            Circuit.Entry entry = circuit.enter();
            if (entry != Circuit.Entry.REFUSED) return Optional.of(new Pass(places, circuit, entry));
            heldBy.add(Hold.CIRCUIT_OPEN);
        }
        places.releasePermission();
        return Optional.empty();
    }

    private boolean isLeftAlone() {
        return !circuit.isClosed() && circuit.probesLeft() == 0;
    }

    private boolean takePlace(Set<Hold> heldBy) {
        if (available() <= 0) heldBy.add(Hold.CONCURRENCY_LIMIT);
        waitingForPlace.incrementAndGet();
        try {
            return places.tryAcquirePermission();
        } finally {
            waitingForPlace.decrementAndGet();
        }
    }

    private boolean awaitRate(boolean fresh, Set<Hold> heldBy) {
        if (rate == null) return true;
        boolean enough = fresh && waitingForRate.get() > withinPatience() / 2;
        long wait = enough ? NEVER : rate.reservePermission();
        if (wait != 0) heldBy.add(Hold.RATE_LIMIT);
        if (wait <= 0) return wait == 0;
        waitingForRate.incrementAndGet();
        try {
            TimeUnit.NANOSECONDS.sleep(wait);
            return true;
        } catch (InterruptedException e) {
            places.releasePermission();
            throw new CancellationException("interrupted while waiting for its turn");
        } finally {
            waitingForRate.decrementAndGet();
        }
    }

    private int withinPatience() {
        return perSecond == null ? Integer.MAX_VALUE : (int) Math.max(1, patience.toMillis() * perSecond / 1_000);
    }

    boolean isOf(long configVersion) {
        return version.get() == configVersion;
    }

    /** Whether it goes on for this version: the same receiver, which can take the same. */
    boolean servesToo(Endpoint.Open newer) {
        return endpoint.target().equals(newer.target()) && Objects.equals(endpoint.limits(), newer.limits());
    }

    Throttle asOf(long newer) {
        version.set(newer);
        return this;
    }

    boolean isOfOneBefore(long configVersion) {
        return version.get() < configVersion;
    }

    /** How many more could begin within the patience, or soon after. */
    int room() {
        if (!circuit.isClosed()) return circuit.probesLeft();
        int soon = 2 * concurrent - (concurrent - available()) - waitingForPlace.get();
        return Math.max(0, Math.min(soon, rateRoom()));
    }

    private int rateRoom() {
        return Math.max(0, withinPatience() - waitingForRate.get());
    }

    /** What keeps a callback waiting that comes after so many others, if the circuit or the rate does. */
    Optional<Held> held(int before) {
        if (!circuit.isClosed()) {
            return Optional.of(new Held(Hold.CIRCUIT_OPEN, circuit.pauseLeft(), Integer.MAX_VALUE));
        }
        if (perSecond == null || rateRoom() > 0) return Optional.empty();
        Duration pause = patience.plusMillis(before * 1_000L / perSecond);
        return Optional.of(new Held(Hold.RATE_LIMIT, pause, withinPatience()));
    }

    /**
     * What keeps callbacks waiting, and for how long from now.
     *
     * @param together how many can go then
     */
    record Held(Hold by, Duration pause, int together) {}

    /** There is another receiver now, or it can take something else. */
    void replaced() {
        circuit.end();
    }

    /** What this version says, for those who look on. */
    State state() {
        return new State(circuit.state(), concurrent, perSecond, concurrent - available());
    }

    private int available() {
        return places.getMetrics().getAvailableConcurrentCalls();
    }

    /**
     * How things stand with a receiver.
     *
     * @param perSecond null where there is no such limit
     */
    record State(
            Circuit.State circuit,
            int mostInFlight,
            @Nullable Integer perSecond,
            int inFlight) {}

    static Set<Hold> nothing() {
        return EnumSet.noneOf(Hold.class);
    }
}
