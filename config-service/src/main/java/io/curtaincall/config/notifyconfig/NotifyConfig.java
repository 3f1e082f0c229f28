package io.curtaincall.config.notifyconfig;

import static org.axonframework.modelling.command.AggregateLifecycle.apply;
import static org.axonframework.modelling.command.AggregateLifecycle.markDeleted;

import io.curtaincall.access.problem.Problem.VersionConflict;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Clock;
import java.time.Instant;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.spring.stereotype.Aggregate;

/** Who is called for one scope: each change makes a new version of the whole, on the newest version only. */
@Aggregate
class NotifyConfig {
    @AggregateIdentifier
    private NotifyConfigId id;

    private NotifyConfigVersion current;

    @SuppressWarnings("NullAway.Init") // Axon replays into this
    NotifyConfig() {}

    @SuppressWarnings("NullAway.Init") // apply() calls evolve at once
    NotifyConfig(AddNotifyConfig command, Clock clock) {
        Signing signing = SigningKeys.first(command.terms().scheme(), command.secret(), command.publicKey());
        apply(new NotifyConfigAdded(
                command.terms().version(command.configId(), 1, command.accountId(), signing), clock.instant()));
    }

    AccountId owner() {
        return current.accountId();
    }

    NotifyConfigVersion current() {
        return current;
    }

    void decide(ChangeNotifyConfig command, Clock clock) {
        requireNewest(command.expected());
        SealedSecret kept = command.terms().isSigned() ? current.signing().secret() : null;
        SealedSecret secret = command.newSecret() == null ? kept : command.newSecret();
        long next = current.version() + 1;
        Signing signing =
                SigningKeys.replaced(current.signing(), command.terms().scheme(), secret, command.publicKey(), next);
        if (signing.equals(current.signing()) && command.terms().equals(Terms.of(current))) return;
        apply(new NotifyConfigChanged(
                command.terms().version(id, next, current.accountId(), signing), clock.instant()));
    }

    @CommandHandler
    NotifyConfigVersion decide(RotateSigningKey command, Clock clock) {
        requireNewest(command.expected());
        Instant now = clock.instant();
        Signing rotated = SigningKeys.rotated(current.signing(), command, current.version() + 1, now);
        apply(new NotifyConfigChanged(current.signed(rotated), now));
        return current;
    }

    @CommandHandler
    void decide(RemoveNotifyConfig command, Clock clock) {
        if (command.expected() != null) requireNewest(command.expected());
        apply(new NotifyConfigRemoved(id, current.accountId(), current.version() + 1, clock.instant()));
    }

    @CommandHandler
    void decide(DisableNotifyConfig command, Clock clock) {
        if (!current.enabled() || command.version() != current.version()) return;
        apply(new NotifyConfigDisabled(current.disabled(), command.reason(), clock.instant()));
    }

    @EventSourcingHandler
    void evolve(NotifyConfigAdded event) {
        id = event.configId();
        current = event.config();
    }

    @EventSourcingHandler
    void evolve(NotifyConfigChanged event) {
        current = event.config();
    }

    @EventSourcingHandler
    void evolve(NotifyConfigDisabled event) {
        current = event.config();
    }

    @EventSourcingHandler
    void evolve(NotifyConfigRemoved event) {
        markDeleted();
    }

    private void requireNewest(long expected) {
        if (expected != current.version()) throw new VersionConflict(expected, current.version()).refused();
    }
}
