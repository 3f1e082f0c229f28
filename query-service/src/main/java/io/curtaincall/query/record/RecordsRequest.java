package io.curtaincall.query.record;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.events.live.Topic;
import io.curtaincall.query.page.Parameters;
import io.curtaincall.query.page.RecordKey;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One checked question for a page of records. */
record RecordsRequest(
        RecordsFilter filter, int pageSize, @Nullable RecordKey after) {
    /** @throws io.curtaincall.access.problem.RefusedException naming every parameter that does not hold */
    static RecordsRequest of(Caller caller, Parameters parameters) {
        parameters.allow("account", "domain", "app", "stream", "topic", "status", "from", "to", "pageSize", "cursor");
        RecordsFilter filter = filter(caller, parameters);
        int pageSize = parameters.pageSize();
        return new RecordsRequest(filter, pageSize, parameters.cursor(filter.fingerprint()));
    }

    private static RecordsFilter filter(Caller caller, Parameters parameters) {
        RecordsFilter filter = new RecordsFilter(
                parameters.account(caller),
                parameters.domains(caller),
                parameters.text("app").orElse(null),
                parameters.text("stream").orElse(null),
                null,
                parameters
                        .read("topic", Topic::find, "is not a topic")
                        .map(Set::of)
                        .orElse(Set.of()),
                parameters
                        .read("status", RecordStatus::find, "is not success, failed or interrupted")
                        .map(Set::of)
                        .orElse(Set.of()),
                parameters.time("from").orElse(null),
                parameters.time("to").orElse(null));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            throw Invalid.field("from", "is after to").refused();
        }
        return filter;
    }
}
