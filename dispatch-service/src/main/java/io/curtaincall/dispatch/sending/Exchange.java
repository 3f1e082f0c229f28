package io.curtaincall.dispatch.sending;

import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of sending one request.
 *
 * @param address what was dialled, with the operator's rule that allowed it if one was needed; null if nothing was
 * @param rule that rule alone, null if none was needed; whoever keeps no {@code address} puts its use on record
 */
public record Exchange(@Nullable String address, @Nullable String rule, Timing timing, Outcome outcome) {}
