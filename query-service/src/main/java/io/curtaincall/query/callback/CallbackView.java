package io.curtaincall.query.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One callback's whole story.
 *
 * @param nextAttemptAt not before then another attempt follows, null when none does or the first is under way
 * @param reason why it was given up, null if it was not
 * @param liveEvent the CloudEvent, byte for byte what receivers of format {@code curtaincall} get; null if bodies are left
 *     out
 * @param leftOut what the caller may not see of it and why, null if it is all there
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record CallbackView(
        String callbackId,
        String account,
        CallbackState state,
        @Nullable Instant nextAttemptAt,
        @Nullable String reason,
        @JsonRawValue @Nullable String liveEvent,
        Plan plan,
        List<AttemptView> attempts,
        @Nullable String leftOut) {
    private static final String BODIES = "bodies: the caller's role is read, they need read-bodies";

    /** For who may see everything but what was sent and answered. */
    CallbackView withoutBodies() {
        List<AttemptView> bare =
                attempts.stream().map(AttemptView::withoutBodies).toList();
        return new CallbackView(callbackId, account, state, nextAttemptAt, reason, null, plan, bare, BODIES);
    }

    /**
     * What was decided when the live event was accepted.
     *
     * @param configsKnownUpTo position in the event store up to which configs had been taken in
     */
    record Plan(
            String configId, long configVersion, String url, String format, Instant plannedAt, long configsKnownUpTo) {}
}
