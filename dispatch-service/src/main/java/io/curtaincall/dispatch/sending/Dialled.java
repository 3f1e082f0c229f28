package io.curtaincall.dispatch.sending;

import io.curtaincall.events.callback.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What was dialled.
 *
 * @param address as the record names it
 * @param rule the operator's that alone let it pass, null if none was needed
 */
record Dialled(String address, @Nullable String rule) {
    Exchange after(Course course, Outcome outcome) {
        return new Exchange(address, rule, course.timing(), outcome);
    }
}
