package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/** Brings time and chance to the policy. */
record Judge(DeliveryPolicy policy, Clock clock, DoubleSupplier draw) {
    Verdict after(Outcome outcome, int attempt) {
        return policy.after(outcome, attempt, clock.instant(), draw.getAsDouble());
    }
}
