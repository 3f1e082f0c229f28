package io.curtaincall.dispatch.delivery;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.caller.Caller.Operator;
import io.curtaincall.access.caller.Needs;
import io.curtaincall.access.caller.Right;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.directory.Directory;
import io.curtaincall.events.account.AccountId;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code /v1/backlog}: what waits to be delivered, for whom the most, and what holds it back; to who does not oversee
 * everything, how much of it is of the accounts that it acts for.
 */
@RestController
@RequestMapping("/v1/backlog")
final class BacklogController {
    private static final int MOST = 200;

    private final BacklogReport report;
    private final Directory directory;

    BacklogController(BacklogReport report, Directory directory) {
        this.report = report;
        this.directory = directory;
    }

    /** @param limit how many accounts and endpoints are told of, 1 to 200, those with most first */
    @GetMapping
    BacklogView get(@Needs(Right.READ) Caller caller, @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > MOST)
            throw Invalid.field("limit", "must be from 1 to " + MOST).refused();
        return switch (caller) {
            case AccountCaller account -> report.of(Stream.of(account.accountId()));
            case Operator limited when limited.rights().isLimitedToDomains() -> report.of(owners(limited));
            case Operator operator -> report.now(limit);
        };
    }

    private Stream<AccountId> owners(Operator limited) {
        return limited.rights().domains().stream()
                .sorted()
                .map(directory.domains()::ownerOf)
                .flatMap(Optional::stream);
    }
}
