package io.curtaincall.query.record;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One checked question for a page of records. */
record RecordsRequest(
        RecordsFilter filter, int pageSize, @Nullable RecordKey after) {
    static final int DEFAULT_PAGE_SIZE = 100;
    static final int MAX_PAGE_SIZE = 1000;

    /** @throws io.curtaincall.access.problem.RefusedException naming every parameter that does not hold */
    static RecordsRequest of(Caller caller, Parameters parameters) {
        parameters.allow("account", "domain", "app", "stream", "topic", "status", "from", "to", "pageSize", "cursor");
        RecordsFilter filter = filter(account(caller, parameters), parameters);
        int pageSize = parameters
                .read("pageSize", RecordsRequest::pageSize, "is not a whole number from 1 to " + MAX_PAGE_SIZE)
                .orElse(DEFAULT_PAGE_SIZE);
        parameters.refuseIfWrong();
        RecordKey after = parameters
                .read("cursor", cursor -> Cursor.read(cursor, filter), "was not made for this query")
                .orElse(null);
        parameters.refuseIfWrong();
        return new RecordsRequest(filter, pageSize, after);
    }

    private static @Nullable AccountId account(Caller caller, Parameters parameters) {
        Optional<AccountId> wanted = parameters.read("account", RecordsRequest::accountId, "is blank");
        return switch (caller) {
            case Operator operator -> wanted.orElse(null);
            case AccountCaller own -> {
                if (!wanted.orElse(own.accountId()).equals(own.accountId())) {
                    throw new Forbidden("an account sees its own records only").refused();
                }
                yield own.accountId();
            }
        };
    }

    private static Optional<AccountId> accountId(String text) {
        return text.isBlank() ? Optional.empty() : Optional.of(new AccountId(text));
    }

    private static RecordsFilter filter(@Nullable AccountId account, Parameters parameters) {
        RecordsFilter filter = new RecordsFilter(
                account,
                parameters
                        .text("domain")
                        .map(domain -> domain.toLowerCase(Locale.ROOT))
                        .orElse(null),
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
                parameters.read("from", Rfc3339::parse, Rfc3339.EXPECTED).orElse(null),
                parameters.read("to", Rfc3339::parse, Rfc3339.EXPECTED).orElse(null));
        if (filter.from() != null && filter.to() != null && filter.from().isAfter(filter.to())) {
            throw Invalid.field("from", "is after to").refused();
        }
        return filter;
    }

    private static Optional<Integer> pageSize(String text) {
        if (!text.matches("[0-9]{1,4}")) return Optional.empty();
        return Optional.of(Integer.valueOf(text)).filter(size -> size >= 1 && size <= MAX_PAGE_SIZE);
    }
}
