package io.curtaincall.dialects.admission;

import io.curtaincall.access.caller.Rights;
import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.dialects.port.RecordsQuestion;
import io.curtaincall.events.account.Role;

/** An account's records for who may not see all of them, or not what was sent and answered. */
record GuardedRecords(CallbackRecords records, Rights rights) implements CallbackRecords {
    private static final String LEFT_OUT = "(left out: the role is read, bodies need read-bodies)";

    @Override
    public RecordsAnswer find(RecordsQuestion question) {
        question.domains().forEach(rights::requireDomain);
        boolean narrowed = question.domains().isEmpty() && rights.isLimitedToDomains();
        RecordsAnswer answer = records.find(narrowed ? narrowed(question) : question);
        if (rights.include(Role.READ_BODIES)) return answer;
        return new RecordsAnswer(
                answer.attempts().stream().map(GuardedRecords::withoutBodies).toList(), answer.total());
    }

    private RecordsQuestion narrowed(RecordsQuestion asked) {
        return new RecordsQuestion(
                asked.account(),
                rights.domains(),
                asked.app(),
                asked.stream(),
                asked.topics(),
                asked.configId(),
                asked.delivered(),
                asked.from(),
                asked.to(),
                asked.pageSize(),
                asked.page());
    }

    private static Attempt withoutBodies(Attempt attempt) {
        return new Attempt(
                attempt.callbackId(),
                attempt.configId(),
                attempt.attempt(),
                attempt.topic(),
                attempt.domain(),
                attempt.app(),
                attempt.stream(),
                attempt.startedAt(),
                attempt.at(),
                attempt.method(),
                attempt.url(),
                attempt.requestHeaders(),
                LEFT_OUT,
                attempt.delivered(),
                attempt.description(),
                attempt.status(),
                attempt.responseHeaders(),
                attempt.responseBody() == null ? null : LEFT_OUT,
                attempt.totalMillis());
    }
}
