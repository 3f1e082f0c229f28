package io.curtaincall.config.account;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.config.account.HeldCredentials.Held;
import io.curtaincall.directory.Credential;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateCreationPolicy;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.axonframework.modelling.command.CreationPolicy;
import org.axonframework.spring.stereotype.Aggregate;

/** One tenant: an id is opened once. Tokens and access keys come and go, each with its own end. */
@Aggregate
class Account {
    private final RecentIssues recent = new RecentIssues();
    private final HeldCredentials tokens = new HeldCredentials("token", recent);
    private final HeldCredentials accessKeys = new HeldCredentials("access key", recent);

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
        apply(new RecordRetentionSet(id, command.days(), clock.instant()));
    }

    @CommandHandler
    Issued decide(IssueCredential command, Clock clock) {
        Instant now = clock.instant();
        Proof proof = command.proof();
        held(proof.kind()).requireRoom(now);
        apply(proof.issued(id, command.grant(), command.note(), now));
        return new Issued(command.grant(), command.note(), now, null);
    }

    @CommandHandler
    Issued decide(RotateCredential command, Clock clock) {
        Instant now = clock.instant();
        Proof successor = command.successor();
        HeldCredentials all = held(successor.kind());
        Held old = all.require(command.id(), now);
        Instant end = old.endAfter(command.overlap(), now);
        all.requireRoomForSuccessor(end, now);
        apply(successor.issued(id, old.grant(), old.note(), now));
        end(successor.kind(), command.id(), end, now);
        return new Issued(old.grant(), old.note(), now, end);
    }

    @CommandHandler
    void decide(RevokeCredential command, Clock clock) {
        Instant now = clock.instant();
        held(command.kind()).require(command.id(), now);
        end(command.kind(), command.id(), now, now);
    }

    private void end(Kind kind, String credential, Instant from, Instant now) {
        apply(
                switch (kind) {
                    case TOKEN -> new AccountTokenRevoked(id, credential, from, now);
                    case ACCESS_KEY -> new AccessKeyRevoked(id, credential, from, now);
                });
    }

    private HeldCredentials held(Kind kind) {
        return switch (kind) {
            case TOKEN -> tokens;
            case ACCESS_KEY -> accessKeys;
        };
    }

    @EventSourcingHandler
    void evolve(AccountOpened event) {
        id = event.accountId();
        opened = true;
        tokens.issued(event.tokenId(), Grant.UNLIMITED, null, event.openedAt());
    }

    @EventSourcingHandler
    void evolve(RecordRetentionSet event) {
        recordDays = event.days();
    }

    @EventSourcingHandler
    void evolve(AccountTokenIssued event) {
        tokens.issued(event.tokenId(), event.grant(), event.note(), event.issuedAt());
    }

    @EventSourcingHandler
    void evolve(AccountTokenRevoked event) {
        tokens.ended(event.tokenId(), Credential.endOf(event.from(), event.revokedAt()));
    }

    @EventSourcingHandler
    void evolve(AccessKeyIssued event) {
        Grant grant = Objects.requireNonNullElse(event.grant(), Grant.UNLIMITED);
        accessKeys.issued(event.accessKeyId(), grant, event.note(), event.issuedAt());
    }

    @EventSourcingHandler
    void evolve(AccessKeyRevoked event) {
        accessKeys.ended(event.accessKeyId(), Credential.endOf(event.from(), event.revokedAt()));
    }
}
