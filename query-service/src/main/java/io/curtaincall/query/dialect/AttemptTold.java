package io.curtaincall.query.dialect;

import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Request;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.live.Topic;
import io.curtaincall.query.callback.Redaction;
import io.curtaincall.query.callback.ResponseView;
import io.curtaincall.query.record.CallbackRecord;
import io.curtaincall.query.record.RecordStatus;
import java.util.Locale;
import java.util.Map;

/** Puts a record and its event together, without credentials. */
final class AttemptTold {
    private static final String SUCCESS = "success";

    private AttemptTold() {}

    /** @param budget what is left for the answer's headers and body */
    static Attempt of(CallbackRecord row, CallbackAttempted event, String body, BodyBudget budget) {
        boolean delivered = row.status() == RecordStatus.SUCCESS;
        Request request = event.request();
        ResponseView answer = event.outcome() instanceof Responded responded ? ResponseView.of(responded) : null;
        return new Attempt(
                row.callbackId(),
                row.configId(),
                row.attempt(),
                Topic.of(row.topic()),
                row.domain(),
                row.app(),
                row.stream(),
                row.startedAt(),
                row.at(),
                request == null ? null : request.method(),
                row.url(),
                request == null ? Map.of() : Redaction.of(request.headers()),
                body,
                delivered,
                delivered ? SUCCESS : whatWentWrong(event.outcome()),
                row.httpStatus(),
                answer == null ? Map.of() : budget.fit(answer.headers()),
                answer == null || answer.body() == null ? null : budget.fit(answer.body()),
                row.totalMillis());
    }

    private static String whatWentWrong(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Responded answer ->
                "HTTP " + answer.status() + (answer.bodyError() == null ? "" : ", " + answer.bodyError());
            case Outcome.Failed failed -> words(failed.failure().name()) + ": " + failed.message();
            case Outcome.Interrupted interrupted -> "interrupted: " + interrupted.reason();
        };
    }

    private static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
