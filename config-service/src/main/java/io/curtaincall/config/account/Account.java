package io.curtaincall.config.account;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One tenant: an id is opened once. */
@Aggregate
class Account {
    @AggregateIdentifier
    private AccountId id;

    private boolean opened;
    private int recordDays;

    @SuppressWarnings("NullAway.Init") // Axon replays into this
    Account() {}

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(OpenAccount command, Clock clock) {
        if (opened) throw new Conflict("account " + id + " exists").refused();
        command.events(clock.instant()).forEach(AggregateLifecycle::apply);
    }

    @CommandHandler
    void decide(SetRecordRetention command, Clock clock) {
        if (command.days() == recordDays) return;
        AggregateLifecycle.apply(new RecordRetentionSet(id, command.days(), clock.instant()));
    }

    @EventSourcingHandler
    void evolve(RecordRetentionSet event) {
        recordDays = event.days();
    }

    @EventSourcingHandler
    void evolve(AccountOpened event) {
        id = event.accountId();
        opened = true;
    }
}
