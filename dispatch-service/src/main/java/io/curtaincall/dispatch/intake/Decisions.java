package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.plan.DispatchPlanner;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Decides about reported events by what the directory knows at the moment. */
final class Decisions {
    private final Directory directory;
    private final DispatchPlanner planner;
    private final NodeId node;
    private final Clock clock;

    Decisions(Directory directory, DispatchPlanner planner, NodeId node, Clock clock) {
        this.directory = directory;
        this.planner = planner;
        this.node = node;
        this.clock = clock;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if the domain is not the caller's to report for */
    void requireAllowed(Caller caller, CanonicalEvent event) {
        caller.rights().requireDomain(event.domain());
        if (!(caller instanceof AccountCaller account)) return;
        if (owner(event).filter(account.accountId()::equals).isEmpty()) {
            throw new Forbidden("event " + event.id() + " of " + event.source() + ": domain " + event.domain()
                            + " is not this account's")
                    .refused();
        }
    }

    Decision decide(CanonicalEvent event) {
        // Read first: what is matched below may be newer than the plan says it is, never older.
        long position = directory.position();
        Instant now = clock.instant();
        LiveEventReported reported = new LiveEventReported(
                event.key(),
                event.source(),
                event.id(),
                event.topic(),
                event.domain(),
                event.app(),
                event.stream(),
                owner(event).orElse(null),
                event.json(),
                event.occurredAt(),
                now);
        Collection<NotifyConfigVersion> configs = directory.notifyConfigs().ofDomain(event.domain());
        return new Decision(reported, planner.plan(reported, configs, position, node, now), inOrder(configs));
    }

    private static Set<NotifyConfigId> inOrder(Collection<NotifyConfigVersion> configs) {
        return configs.stream()
                .filter(config -> config.limits() != null && config.limits().inOrder())
                .map(NotifyConfigVersion::configId)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Optional<AccountId> owner(CanonicalEvent event) {
        return directory.domains().ownerOf(event.domain());
    }
}
