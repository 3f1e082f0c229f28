package io.curtaincall.config.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.curtaincall.config.account.HeldCredentials.Held;
import io.curtaincall.config.account.OperatorCommand.AddOperatorToken;
import io.curtaincall.config.account.OperatorCommand.RevokeOperatorToken;
import io.curtaincall.config.account.OperatorCommand.RotateOperatorToken;
import io.curtaincall.directory.Credential;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenAdded;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenRevoked;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;
import org.jspecify.annotations.Nullable;

/** The operator's tokens: one of the role operator, without an end, is left at all times. */
@Aggregate
class Operator {
    private final HeldCredentials tokens = new HeldCredentials("operator token", new RecentIssues());

    @AggregateIdentifier
    @SuppressWarnings("UnusedVariable") // Axon reads it
    private String streamId;

    private @Nullable String first;

    @SuppressWarnings("NullAway.Init") // Axon replays into this
    Operator() {}

    @CommandHandler
    Issued decide(AddOperatorToken command, Clock clock) {
        Instant now = clock.instant();
        tokens.requireRoom(now);
        add(command.token(), command.grant(), command.note(), now);
        return new Issued(command.grant(), command.note(), now, null);
    }

    @CommandHandler
    Issued decide(RotateOperatorToken command, Clock clock) {
        Instant now = clock.instant();
        Held old = tokens.require(command.id(), now);
        Instant end = old.endAfter(command.overlap(), now);
        tokens.requireRoomForSuccessor(end, now);
        add(command.successor(), old.grant(), old.note(), now);
        apply(new OperatorTokenRevoked(command.id(), end, now));
        return new Issued(old.grant(), old.note(), now, end);
    }

    @CommandHandler
    void decide(RevokeOperatorToken command, Clock clock) {
        Instant now = clock.instant();
        tokens.require(command.id(), now);
        tokens.requireAnotherOperator(command.id());
        apply(new OperatorTokenRevoked(command.id(), now, now));
    }

    private static void add(Proof.Token token, Grant grant, @Nullable String note, Instant now) {
        apply(new OperatorTokenAdded(token.id(), token.hash(), grant, note, now));
    }

    @EventSourcingHandler
    void evolve(OperatorTokenIssued event) {
        streamId = OperatorCommand.STREAM;
        if (first != null) tokens.forget(first);
        first = event.tokenId();
        tokens.issued(first, Grant.OPERATOR, null, event.issuedAt());
    }

    @EventSourcingHandler
    void evolve(OperatorTokenAdded event) {
        tokens.issued(event.tokenId(), event.grant(), event.note(), event.addedAt());
    }

    @EventSourcingHandler
    void evolve(OperatorTokenRevoked event) {
        tokens.ended(event.tokenId(), Credential.endOf(event.from(), event.revokedAt()));
    }
}
