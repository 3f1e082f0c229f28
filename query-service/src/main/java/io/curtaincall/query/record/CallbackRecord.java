package io.curtaincall.query.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Subject;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one callback, as a query returns it.
 *
 * @param source with {@code eventId} the identity of the live event
 * @param url null when nothing was sent
 * @param signedBy the ids of the config's keys that signed it, newest first; null where none did
 * @param httpStatus null when there was no answer
 * @param failure the failure class when there was no answer
 * @param verdict {@code delivered}, {@code retry} or {@code abandoned}
 * @param at when the outcome was recorded; records are ordered by it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record CallbackRecord(
        String account,
        String domain,
        String app,
        String stream,
        String topic,
        String configId,
        long configVersion,
        String callbackId,
        int attempt,
        String source,
        String eventId,
        @Nullable String url,
        @Nullable List<String> signedBy,
        RecordStatus status,
        @Nullable Integer httpStatus,
        @Nullable String failure,
        Instant startedAt,
        long totalMillis,
        String verdict,
        @Nullable Instant nextAttemptAt,
        Instant at) {

    static CallbackRecord of(CallbackAttempted event, Instant recordedAt) {
        Subject subject = event.subject();
        return new CallbackRecord(
                subject.accountId().value(),
                subject.domain(),
                subject.app(),
                subject.stream(),
                subject.topic().wireName(),
                subject.configId().value(),
                subject.configVersion(),
                event.callbackId().value(),
                event.attempt(),
                subject.source(),
                subject.id(),
                event.request() == null ? null : event.request().url(),
                event.signedBy(),
                RecordStatus.of(event.outcome(), event.verdict()),
                httpStatus(event.outcome()),
                failure(event.outcome()),
                event.timing().startedAt(),
                event.timing().totalMillis(),
                verdictName(event.verdict()),
                event.verdict() instanceof Verdict.RetryAt retry ? retry.at() : null,
                recordedAt);
    }

    private static @Nullable Integer httpStatus(Outcome outcome) {
        return outcome instanceof Outcome.Responded responded ? responded.status() : null;
    }

    /** The name the failure class has in the stored event. */
    private static @Nullable String failure(Outcome outcome) {
        return outcome instanceof Outcome.Failed failed
                ? failed.failure().name().toLowerCase(Locale.ROOT)
                : null;
    }

    private static String verdictName(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Delivered delivered -> "delivered";
            case Verdict.RetryAt retry -> "retry";
            case Verdict.Abandoned abandoned -> "abandoned";
        };
    }
}
