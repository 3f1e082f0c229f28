package io.curtaincall.query.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Delay;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.CallbackEvent.Timing;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.query.record.RecordStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One attempt as its event tells it, without credentials; of response, failure and interruption one is not null.
 *
 * @param configVersion the config's version this attempt went by, which may be newer than the plan's
 * @param address the address dialled
 * @param delay what held it back, null if nothing did
 * @param signedBy the ids of the config's keys that signed it, newest first; null where none did
 * @param interrupted why nobody knows whether the receiver has seen it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record AttemptView(
        int attempt,
        RecordStatus status,
        long configVersion,
        @Nullable RequestView request,
        @Nullable String address,
        @Nullable List<String> signedBy,
        Timing timing,
        @Nullable ResponseView response,
        @Nullable Failure failure,
        @Nullable String interrupted,
        Verdict verdict,
        @Nullable Delay delay,
        Instant at) {

    /** Why there was no answer. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(
            @JsonProperty("class") Outcome.FailureClass failure,
            String message,
            @Nullable String bodySoFar) {
        Failure withoutBody() {
            return new Failure(failure, message, null);
        }
    }

    AttemptView withoutBodies() {
        return new AttemptView(
                attempt,
                status,
                configVersion,
                request == null ? null : request.withoutBody(),
                address,
                signedBy,
                timing,
                response == null ? null : response.withoutBody(),
                failure == null ? null : failure.withoutBody(),
                interrupted,
                verdict,
                delay,
                at);
    }

    /** @param planned the body as planned, null where it is the live event itself */
    static AttemptView of(CallbackAttempted event, @Nullable String planned, Instant recordedAt) {
        Outcome outcome = event.outcome();
        Request request = event.request();
        return new AttemptView(
                event.attempt(),
                RecordStatus.of(outcome, event.verdict()),
                event.subject().configVersion(),
                request == null ? null : RequestView.of(request, planned),
                event.address(),
                event.signedBy(),
                event.timing(),
                outcome instanceof Outcome.Responded answer ? ResponseView.of(answer) : null,
                outcome instanceof Outcome.Failed failed
                        ? new Failure(failed.failure(), failed.message(), failed.bodySoFar())
                        : null,
                outcome instanceof Outcome.Interrupted interrupted ? interrupted.reason() : null,
                event.verdict(),
                event.delay(),
                recordedAt);
    }
}
