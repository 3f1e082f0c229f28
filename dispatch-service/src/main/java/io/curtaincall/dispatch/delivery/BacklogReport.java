package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.delivery.BacklogView.AccountView;
import io.curtaincall.dispatch.delivery.BacklogView.EndpointView;
import io.curtaincall.dispatch.delivery.BacklogView.OfAccounts;
import io.curtaincall.dispatch.delivery.BacklogView.Whole;
import io.curtaincall.dispatch.delivery.DueCounts.DueOfConfig;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Says how things stand: the due list for all processes, what is in memory for this one. */
final class BacklogReport {
    private final DueCounts counts;
    private final AccountBacklogs accounts;
    private final EndpointSlots slots;
    private final NodeId node;
    private final Clock clock;

    BacklogReport(DueCounts counts, AccountBacklogs accounts, EndpointSlots slots, NodeId node, Clock clock) {
        this.counts = counts;
        this.accounts = accounts;
        this.slots = slots;
        this.node = node;
        this.clock = clock;
    }

    Whole now(int limit) {
        Instant now = clock.instant();
        Map<NotifyConfigId, DueOfConfig> due = counts.largest(now, limit).stream()
                .collect(Collectors.toMap(DueOfConfig::configId, Function.identity()));
        List<EndpointView> endpoints = Stream.concat(due.keySet().stream(), slots.known())
                .distinct()
                .map(configId -> endpoint(configId, due.get(configId), now))
                .sorted(Comparator.comparingLong(EndpointView::due)
                        .thenComparingInt(EndpointView::inHand)
                        .reversed())
                .limit(limit)
                .toList();
        return new Whole(
                node.value(),
                counts.unfinished(),
                counts.due(now),
                counts.earliest().filter(at -> at.isBefore(now)).orElse(null),
                slots.inHand(),
                slots.inFlight(),
                accounts.largest(limit).stream()
                        .map(of -> account(of.accountId(), of.unfinished()))
                        .toList(),
                endpoints);
    }

    /** In memory, so that it may be asked for as often as anybody likes. */
    OfAccounts of(Stream<AccountId> asked) {
        return new OfAccounts(asked.distinct()
                .map(accountId -> account(accountId, accounts.of(accountId)))
                .toList());
    }

    private AccountView account(AccountId accountId, long unfinished) {
        return new AccountView(accountId.value(), unfinished, accounts.share(), accounts.isFull(accountId));
    }

    private EndpointView endpoint(NotifyConfigId configId, @Nullable DueOfConfig due, Instant now) {
        Optional<Throttle.State> state = slots.state(configId);
        return new EndpointView(
                configId.value(),
                due == null ? 0 : due.count(),
                due == null ? null : due.oldest(),
                slots.inHand(configId),
                state.map(of -> of.circuit().name()).orElse(null),
                state.map(of -> of.circuit().left())
                        .filter(left -> left.isPositive())
                        .map(now::plus)
                        .orElse(null),
                state.map(Throttle.State::inFlight).orElse(null),
                state.map(Throttle.State::mostInFlight).orElse(null),
                state.map(Throttle.State::perSecond).orElse(null));
    }
}
