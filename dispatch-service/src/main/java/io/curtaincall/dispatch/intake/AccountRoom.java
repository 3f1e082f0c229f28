package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.problem.Problem.Throttled;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.directory.Domains;
import io.curtaincall.dispatch.plan.Backlog;
import io.curtaincall.events.account.AccountId;
import io.micrometer.core.instrument.Counter;
import java.time.Duration;
import java.util.Collection;

/**
 * Sends away what would add to the callbacks of an account that has its share of unfinished ones, whoever reports it:
 * a receiver that is down for days closes the intake for its own account and nobody else's. The callbacks of an event
 * are those of the account that owns its domain.
 */
final class AccountRoom {
    private final Domains domains;
    private final Backlog backlog;
    private final Duration retryAfter;
    private final Counter refused;

    AccountRoom(Domains domains, Backlog backlog, Duration retryAfter, Counter refused) {
        this.domains = domains;
        this.backlog = backlog;
        this.retryAfter = retryAfter;
        this.refused = refused;
    }

    /**
     * Before anything is read of what an account reports, which is of its own domains or refused anyway.
     *
     * @throws RefusedException if there is none
     */
    void require(Caller caller) {
        if (caller instanceof AccountCaller account) require(account.accountId());
    }

    /**
     * The same of what the operator's tokens report, each for domains that it may report for.
     *
     * @throws RefusedException if there is none for one of them
     */
    void require(Caller caller, Collection<CanonicalEvent> events) {
        if (caller instanceof AccountCaller) return;
        events.stream()
                .map(CanonicalEvent::domain)
                .distinct()
                .filter(caller.rights()::cover)
                .forEach(domain -> domains.ownerOf(domain).ifPresent(this::require));
    }

    private void require(AccountId account) {
        if (!backlog.isFull(account)) return;
        refused.increment();
        throw new Throttled(retryAfter, "account " + account + " has too many callbacks that are not finished")
                .refused();
    }
}
