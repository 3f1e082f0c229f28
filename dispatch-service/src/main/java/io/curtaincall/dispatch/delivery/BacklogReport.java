package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.delivery.BacklogView.EndpointView;
import io.curtaincall.dispatch.delivery.DueCallbacks.DueOfConfig;
import io.curtaincall.dispatch.plan.NodeId;
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
    private final DueCallbacks dueCallbacks;
    private final EndpointSlots slots;
    private final NodeId node;
    private final Clock clock;

    BacklogReport(DueCallbacks dueCallbacks, EndpointSlots slots, NodeId node, Clock clock) {
        this.dueCallbacks = dueCallbacks;
        this.slots = slots;
        this.node = node;
        this.clock = clock;
    }

    BacklogView now(int limit) {
        Instant now = clock.instant();
        Map<NotifyConfigId, DueOfConfig> due = dueCallbacks.largest(now, limit).stream()
                .collect(Collectors.toMap(DueOfConfig::configId, Function.identity()));
        List<EndpointView> endpoints = Stream.concat(due.keySet().stream(), slots.known())
                .distinct()
                .map(configId -> endpoint(configId, due.get(configId), now))
                .sorted(Comparator.comparingLong(EndpointView::due)
                        .thenComparingInt(EndpointView::inHand)
                        .reversed())
                .limit(limit)
                .toList();
        return new BacklogView(
                node.value(),
                dueCallbacks.countUnfinished(),
                dueCallbacks.countDue(now),
                dueCallbacks.earliest().filter(at -> at.isBefore(now)).orElse(null),
                slots.inHand(),
                slots.inFlight(),
                endpoints);
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
