package io.curtaincall.query.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.query.record.RecordStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as its event tells it, without credentials; of response, failure and interruption one is not null.
 *
 * @param configVersion the config's version this attempt went by, which may be newer than the plan's
 * @param address the address dialled
 * @param interrupted why nobody knows whether the receiver has seen it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AttemptView(
        int attempt,
        RecordStatus status,
        long configVersion,
        @Nullable Request request,
        @Nullable String address,
        Timing timing,
        @Nullable ResponseView response,
        @Nullable Failure failure,
        @Nullable String interrupted,
        Verdict verdict,
        Instant at) {

    /** Why there was no answer. */
    record Failure(@JsonProperty("class") Outcome.FailureClass failure, String message) {}

    static AttemptView of(CallbackAttempted event, Instant recordedAt) {
        Outcome outcome = event.outcome();
        return new AttemptView(
                event.attempt(),
                RecordStatus.of(outcome, event.verdict()),
                event.subject().configVersion(),
                event.request() == null ? null : redacted(event.request()),
                event.address(),
                event.timing(),
                outcome instanceof Outcome.Responded answer ? ResponseView.of(answer) : null,
                outcome instanceof Outcome.Failed failed ? new Failure(failed.failure(), failed.message()) : null,
                outcome instanceof Outcome.Interrupted interrupted ? interrupted.reason() : null,
                event.verdict(),
                recordedAt);
    }

    private static Request redacted(Request request) {
        return new Request(
                request.method(),
                request.url(),
                Redaction.of(request.headers()),
                request.bodyBytes(),
                request.bodySha256());
    }
}
