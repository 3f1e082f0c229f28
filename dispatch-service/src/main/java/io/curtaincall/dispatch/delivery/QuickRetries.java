package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Supplier;

/**
 * Drives the attempts made from memory. The policy has decided and recorded whether and when; the library waits, calls
 * again, counts and tells its listeners. There is one {@link Retry} for each number of attempts that may be left.
 */
final class QuickRetries {
    private final Manners manners;
    private final Clock clock;
    private final RetryRegistry registry = RetryRegistry.ofDefaults();

    QuickRetries(Manners manners, Clock clock) {
        this.manners = manners;
        this.clock = clock;
    }

    RetryRegistry registry() {
        return registry;
    }

    /**
     * Makes attempts until the callback is finished or waits in the due list.
     *
     * @param first the first attempt to make
     * @param attempt makes the next one
     * @return the last verdict, empty if the last attempt was not made
     * @throws CancellationException if a wait is interrupted
     */
    Optional<Verdict> drive(Delivery first, Supplier<Optional<Verdict>> attempt) {
        int most = manners.of(first.callback()).policy().quickFrom(first.attempt());
        return registry.retry("callback-" + most, () -> config(most)).executeSupplier(attempt);
    }

    private RetryConfig config(int most) {
        return RetryConfig.<Optional<Verdict>>custom()
                .maxAttempts(most)
                .retryOnResult(QuickRetries::wantsMore)
                .retryOnException(e -> false)
                .intervalBiFunction((count, result) -> millisUntilNext(result))
                .build();
    }

    /** A retry by the schedule also counts as a failure here; it comes only when no quick attempt is left. */
    private static boolean wantsMore(Optional<Verdict> verdict) {
        return verdict.filter(v -> DeliveryPolicy.staysInHand(v) || DeliveryPolicy.isScheduled(v))
                .isPresent();
    }

    private long millisUntilNext(Either<Throwable, Optional<Verdict>> result) {
        return result.get()
                .filter(RetryAt.class::isInstance)
                .map(verdict -> Duration.between(clock.instant(), ((RetryAt) verdict).at()))
                .map(wait -> Math.max(0, wait.toMillis()))
                .orElse(0L);
    }
}
