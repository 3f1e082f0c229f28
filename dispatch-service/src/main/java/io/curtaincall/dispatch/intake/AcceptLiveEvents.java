package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.dispatch.plan.PlanListener;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEventKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The one way in for live events, whoever reports them: decided, stored, told to who delivers, in that order. */
public final class AcceptLiveEvents {
    private final Decisions decisions;
    private final LiveEventLog log;
    private final List<PlanListener> listeners;

    AcceptLiveEvents(Decisions decisions, LiveEventLog log, List<PlanListener> listeners) {
        this.decisions = decisions;
        this.log = log;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * All or none are durable on return; an event that was reported before, by this account or by any operator, appends
     * nothing and calls nobody.
     *
     * @return what became of each, in the order given
     * @throws io.curtaincall.access.problem.RefusedException if the caller may not report one of them; none is accepted
     */
    public List<Accepted> accept(Caller caller, List<CanonicalEvent> reported) {
        List<CanonicalEvent> events =
                reported.stream().map(event -> event.reportedBy(caller)).toList();
        events.forEach(event -> decisions.requireAllowed(caller, event));
        Map<LiveEventKey, Decision> fresh = new LinkedHashMap<>();
        for (CanonicalEvent event : events) fresh.computeIfAbsent(event.key(), key -> decisions.decide(event));
        Map<LiveEventKey, DispatchPlanned> known = log.append(fresh);
        for (Decision decision : fresh.values()) {
            listeners.forEach(listener -> listener.planned(decision.event(), decision.plan()));
        }
        return answers(events, fresh, known);
    }

    private static List<Accepted> answers(
            List<CanonicalEvent> events, Map<LiveEventKey, Decision> fresh, Map<LiveEventKey, DispatchPlanned> known) {
        List<Accepted> answers = new ArrayList<>(events.size());
        Set<LiveEventKey> told = new HashSet<>(known.keySet());
        for (CanonicalEvent event : events) {
            Decision decision = fresh.get(event.key());
            DispatchPlanned plan = decision == null ? Objects.requireNonNull(known.get(event.key())) : decision.plan();
            answers.add(Accepted.of(event, plan, !told.add(event.key())));
        }
        return answers;
    }
}
