package io.curtaincall.config.domain;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** Who owns one streaming domain. Its stream is named by the domain, so two accounts cannot both be first. */
@Aggregate
class Domain {
    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String streamId;

    private @Nullable AccountId owner;

    @SuppressWarnings("NullAway.Init") // Axon replays into this
    Domain() {}

    static String streamId(String domain) {
        return "domain/" + domain;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(AssignDomain command, Clock clock) {
        if (command.accountId().equals(owner)) return;
        apply(new DomainAssigned(command.domain(), command.accountId(), AssignedBy.OPERATOR, clock.instant()));
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(ClaimDomain command, Clock clock) {
        if (command.accountId().equals(owner)) return;
        if (owner != null) throw new DomainTaken(command.domain()).refused();
        if (command.rule() == DomainRule.ASSIGNED)
            throw unassigned(command.domain()).refused();
        apply(new DomainAssigned(command.domain(), command.accountId(), AssignedBy.FIRST_USE, clock.instant()));
    }

    @EventSourcingHandler
    void evolve(DomainAssigned event) {
        streamId = streamId(event.domain());
        owner = event.accountId();
    }

    private static Forbidden unassigned(String domain) {
        return new Forbidden(
                "domain " + domain + " is assigned to no account; the operator assigns it by PUT /v1/domains/" + domain
                        + ", since curtaincall.accounts.domains is \"assigned\"");
    }
}
