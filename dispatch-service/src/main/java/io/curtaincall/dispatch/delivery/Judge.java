package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import java.time.Clock;
import java.util.function.DoubleSupplier;

/** Brings time and chance to the policy. */
record Judge(Manners manners, Clock clock, DoubleSupplier draw) {
    Verdict after(Delivery delivery, Outcome outcome) {
        DeliveryPolicy policy = manners.of(delivery.callback()).policy();
        return policy.after(outcome, delivery.attempt(), delivery.since(), clock.instant(), draw.getAsDouble());
    }
}
