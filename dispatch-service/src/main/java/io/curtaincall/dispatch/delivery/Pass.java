package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Outcome;
import io.github.resilience4j.bulkhead.Bulkhead;
import org.jspecify.annotations.Nullable;

/** Leave to make one attempt, to be given back once. */
record Pass(Bulkhead places, Circuit circuit, Circuit.Entry entry) {
    /** @param outcome null if none was made */
    void giveBack(@Nullable Outcome outcome) {
        places.onComplete();
        circuit.leave(entry, outcome);
    }
}
