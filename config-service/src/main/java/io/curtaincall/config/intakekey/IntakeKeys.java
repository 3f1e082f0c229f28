package io.curtaincall.config.intakekey;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.intakekey.IntakeKeyId;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** The keys of one account: two at most are live, so that the next one is in use before the former is revoked. */
@Aggregate
class IntakeKeys {
    private static final int MOST_LIVE = 2;

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String streamId;

    private final Set<IntakeKeyId> live = new HashSet<>();

    @SuppressWarnings("NullAway.Init") // Axon replays into this
    IntakeKeys() {}

    static String streamId(AccountId accountId) {
        return "intake-keys/" + accountId;
    }

    @CommandHandler
    @CreationPolicy(AggregateCreationPolicy.CREATE_IF_MISSING)
    void decide(IssueIntakeKey command, Clock clock) {
        if (live.size() >= MOST_LIVE) {
            throw new Conflict("account " + command.accountId() + " has " + MOST_LIVE
                            + " intake keys, revoke one before the next is issued")
                    .refused();
        }
        apply(new IntakeKeyIssued(command.accountId(), command.keyId(), command.secret(), clock.instant()));
    }

    @CommandHandler
    void decide(RevokeIntakeKey command, Clock clock) {
        if (!live.contains(command.keyId())) {
            throw new NotFound("intake key", command.keyId().value()).refused();
        }
        apply(new IntakeKeyRevoked(command.accountId(), command.keyId(), clock.instant()));
    }

    @EventSourcingHandler
    void evolve(IntakeKeyIssued event) {
        streamId = streamId(event.accountId());
        live.add(event.keyId());
    }

    @EventSourcingHandler
    void evolve(IntakeKeyRevoked event) {
        live.remove(event.keyId());
    }
}
