package io.curtaincall.query.ondemand;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.query.page.Parameters;
import io.curtaincall.query.page.RecordKey;
import org.jspecify.annotations.Nullable;

/** One checked question for a page of decisions. */
record DecisionsRequest(
        DecisionsFilter filter, int pageSize, @Nullable RecordKey after) {

    /** @throws io.curtaincall.access.problem.RefusedException naming every parameter that does not hold */
    static DecisionsRequest of(Caller caller, Parameters parameters) {
        parameters.allow("account", "domain", "app", "stream", "from", "to", "pageSize", "cursor");
        DecisionsFilter filter = new DecisionsFilter(
                parameters.account(caller),
                parameters.domains(caller),
                parameters.text("app").orElse(null),
                parameters.text("stream").orElse(null),
                parameters.time("from").orElse(null),
                parameters.time("to").orElse(null));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            throw Invalid.field("from", "is after to").refused();
        }
        int pageSize = parameters.pageSize();
        return new DecisionsRequest(filter, pageSize, parameters.cursor(filter.fingerprint()));
    }
}
