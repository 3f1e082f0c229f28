package io.curtaincall.dispatch.ondemand;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.ondemand.Questions.Asked;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.events.ondemand.OnDemandEvent.Source;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import io.curtaincall.events.ondemand.OnDemandId;
import java.time.Clock;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a stream is recorded: who is configured to be asked is asked, otherwise it is. A control plane waits
 * with a stream that has begun, so it gets a decision even where nobody can be asked now: what the config says then.
 */
final class OnDemandDecisions {
    private static final Comparator<NotifyConfigVersion> EXACT_APP_FIRST =
            Comparator.<NotifyConfigVersion, Boolean>comparing(
                            config -> config.app().equals(NotifyConfigVersion.ANY_APP))
                    .thenComparing(config -> config.configId().value());

    private final Directory directory;
    private final Questions questions;
    private final FreshSecrets fresh;
    private final Clock clock;
    private final AskingSlots slots;

    OnDemandDecisions(Directory directory, Questions questions, FreshSecrets fresh, Clock clock, AskingSlots slots) {
        this.directory = directory;
        this.questions = questions;
        this.fresh = fresh;
        this.clock = clock;
        this.slots = slots;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the domain is not the caller's to ask about */
    OnDemandDecided decide(Caller caller, Stream stream) {
        caller.rights().requireDomain(stream.domain());
        Optional<AccountId> owner = directory.domains().ownerOf(stream.domain());
        if (caller instanceof AccountCaller account
                && owner.filter(account.accountId()::equals).isEmpty()) {
            throw new Forbidden("domain " + stream.domain() + " is not this account's").refused();
        }
        return owner.flatMap(account -> config(account, stream))
                .map(config -> asked(config, stream))
                .orElseGet(() -> byDefault(owner.orElse(null), stream));
    }

    private OnDemandDecided byDefault(@Nullable AccountId owner, Stream stream) {
        return new OnDemandDecided(nextId(), stream, owner, null, true, Source.DEFAULT, null, null, clock.instant());
    }

    private Optional<NotifyConfigVersion> config(AccountId owner, Stream stream) {
        return directory.notifyConfigs().ofDomain(stream.domain()).stream()
                .filter(config -> config.accountId().equals(owner) && config.enabled())
                .filter(config -> config.onDemand() != null && config.coversApp(stream.app()))
                .min(EXACT_APP_FIRST);
    }

    private OnDemandDecided asked(NotifyConfigVersion config, Stream stream) {
        OnDemand onDemand = Objects.requireNonNull(config.onDemand());
        Asked asked = ask(config, onDemand.url(), stream);
        var answer = asked.answer();
        return new OnDemandDecided(
                nextId(),
                stream,
                config.accountId(),
                asked.exchange(),
                answer == null ? onDemand.recordOnFailure() : answer.record(),
                answer == null ? Source.FAILURE_RULE : Source.RECEIVER,
                answer == null ? null : answer.details(),
                asked.failure(),
                clock.instant());
    }

    private Asked ask(NotifyConfigVersion config, String url, Stream stream) {
        Optional<String> full = slots.take(config.accountId());
        if (full.isPresent()) return questions.notAsked(config, "not asked: " + full.get());
        try {
            return questions.ask(config, url, stream);
        } finally {
            slots.giveBack(config.accountId());
        }
    }

    private OnDemandId nextId() {
        return new OnDemandId(fresh.token("od_"));
    }
}
