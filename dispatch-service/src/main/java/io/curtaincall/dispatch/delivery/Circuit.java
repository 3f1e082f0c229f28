package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.Responded;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Leaves a receiver alone that fails again and again, and tries a few callbacks now and then whether it is back. It is
 * down that counts, not what it thinks of a callback: no answer, a 5xx, a 429.
 */
final class Circuit {
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final CircuitBreaker breaker;
    private final int probes;
    private final LongSupplier nanoTime;
    private final Watcher watcher;
    private final AtomicInteger probing = new AtomicInteger();
    private volatile Duration pause = Duration.ZERO;
    private volatile long openUntilNanos;

    /** Told when the receiver is left alone and when it is called as usual again. */
    interface Watcher {
        /** Also when it is left alone once more, as it was still down. */
        void opened(double failurePercent, Duration pause);

        void closed();
    }

    /** @param nanoTime elapsed time, which no change of the clock disturbs */
    Circuit(String name, DeliveryProperties.Breaker terms, LongSupplier nanoTime, Watcher watcher) {
        this.nanoTime = nanoTime;
        this.watcher = watcher;
        probes = terms.probes();
        breaker = CircuitBreaker.of(
                name,
                CircuitBreakerConfig.custom()
                        .slidingWindowType(SlidingWindowType.COUNT_BASED)
                        .slidingWindowSize(terms.window())
                        .minimumNumberOfCalls(terms.window())
                        .failureRateThreshold(terms.failurePercent())
                        .permittedNumberOfCallsInHalfOpenState(probes)
                        .waitIntervalFunctionInOpenState(
                                time -> pauseFor(time, terms).toMillis())
                        .clock(new ElapsedTime(nanoTime))
                        .build());
        breaker.getEventPublisher().onStateTransition(event -> {
            switch (event.getStateTransition()) {
                case CLOSED_TO_OPEN, HALF_OPEN_TO_OPEN ->
                    watcher.opened(breaker.getMetrics().getFailureRate(), pause);
                case HALF_OPEN_TO_CLOSED -> watcher.closed();
                default -> {}
            }
        });
    }

    /** Twice as long each time it is still down. */
    private Duration pauseFor(int time, DeliveryProperties.Breaker terms) {
        Duration doubled = terms.pause().multipliedBy(1L << Math.clamp(time - 1L, 0, 20));
        pause = doubled.compareTo(terms.longestPause()) > 0 ? terms.longestPause() : doubled;
        openUntilNanos = nanoTime.getAsLong() + pause.toNanos();
        return pause;
    }

    /** How an attempt got through. */
    enum Entry {
        REFUSED,
        USUAL,
        /** To find out whether the receiver is back. */
        PROBE
    }

    Entry enter() {
        if (!breaker.tryAcquirePermission()) return Entry.REFUSED;
        if (isClosed()) return Entry.USUAL;
        probing.incrementAndGet();
        return Entry.PROBE;
    }

    /** @param outcome null if no attempt was made after all */
    void leave(Entry entry, @Nullable Outcome outcome) {
        if (entry == Entry.PROBE) probing.decrementAndGet();
        switch (outcome) {
            case Responded response when isDown(response.status()) -> failed(response.status());
            case Responded response -> breaker.onSuccess(0, TimeUnit.MILLISECONDS);
            case Failed failed -> failed(failed.message());
            case Outcome.Interrupted unknown -> breaker.releasePermission();
            case null -> breaker.releasePermission();
        }
    }

    private static boolean isDown(int status) {
        return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    private void failed(Object why) {
        breaker.onError(0, TimeUnit.MILLISECONDS, new IllegalStateException(why.toString()));
    }

    boolean isClosed() {
        return breaker.getState() == CircuitBreaker.State.CLOSED;
    }

    /** Nobody asks it again: who was told that it opened is told that it is no more. */
    void end() {
        if (!isClosed()) watcher.closed();
    }

    /** How many may try now whether the receiver is back. */
    int probesLeft() {
        if (waitNow().isPositive()) return 0;
        if (breaker.getState() != CircuitBreaker.State.HALF_OPEN) return probes;
        return Math.max(0, probes - probing.get() - breaker.getMetrics().getNumberOfBufferedCalls());
    }

    /** How long to leave it alone from now on; a short while if others are trying. */
    Duration pauseLeft() {
        Duration left = waitNow();
        return left.isPositive() ? left : Duration.ofSeconds(1);
    }

    private Duration waitNow() {
        return Duration.ofNanos(openUntilNanos - nanoTime.getAsLong());
    }

    /**
     * How it stands: {@code closed} if callbacks go out, {@code open} if none does, {@code half_open} if a few try.
     *
     * @param left how long none will
     */
    record State(String name, Duration left) {}

    State state() {
        Duration left = waitNow();
        boolean waits = !isClosed() && left.isPositive();
        return new State(breaker.getState().name().toLowerCase(Locale.ROOT), waits ? left : Duration.ZERO);
    }
}
