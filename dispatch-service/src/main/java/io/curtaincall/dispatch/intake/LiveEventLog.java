package io.curtaincall.dispatch.intake;

import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.Place;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.axonframework.modelling.command.ConcurrencyException;

/** Stores decisions once: what was decided about a live event before stands. */
final class LiveEventLog {
    private static final int MOST_TRIES = 30;

    private final EventAppender appender;
    private final StoredStreams streams;
    private final Lanes lanes;

    LiveEventLog(EventAppender appender, StoredStreams streams) {
        this.appender = appender;
        this.streams = streams;
        lanes = new Lanes(streams);
    }

    /**
     * Appends the decisions in one commit, but for those already made, which it takes out of the given map; in what is
     * left there, callbacks wanted in order are at their places.
     *
     * @return the plans of those that were already made
     */
    Map<LiveEventKey, DispatchPlanned> append(Map<LiveEventKey, Decision> fresh) {
        Set<String> extended = fresh.values().stream().flatMap(Decision::lanes).collect(Collectors.toSet());
        return lanes.alone(extended, () -> appendUnknown(fresh));
    }

    private Map<LiveEventKey, DispatchPlanned> appendUnknown(Map<LiveEventKey, Decision> fresh) {
        Map<LiveEventKey, DispatchPlanned> known = new HashMap<>();
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (fresh.isEmpty() || tryAppend(fresh)) return known;
            known.putAll(plansOf(fresh.keySet()));
            fresh.keySet().removeAll(known.keySet());
        }
        throw new Unavailable(
                        "the same events, or others of the same streams, are being reported elsewhere at the moment")
                .refused();
    }

    private boolean tryAppend(Map<LiveEventKey, Decision> decisions) {
        Lanes.Extension extension = lanes.extension();
        decisions.replaceAll((key, decision) -> decision.queued(extension));
        List<NewEvent> events = Stream.concat(
                        decisions.values().stream().flatMap(decision -> decision.newEvents().stream()),
                        extension.events().stream())
                .toList();
        try {
            appender.append(events);
            extension.stored();
            return true;
        } catch (ConcurrencyException e) {
            extension.refused();
            return false;
        }
    }

    /** Read all at once: a batch that comes again stands in one commit, which is large. */
    private Map<LiveEventKey, DispatchPlanned> plansOf(Set<LiveEventKey> keys) {
        Set<Place> places = keys.stream().map(Decision::planOf).collect(Collectors.toSet());
        Map<LiveEventKey, DispatchPlanned> plans = new HashMap<>();
        for (StreamEvent event : streams.at(places).values()) {
            DispatchPlanned plan = (DispatchPlanned) event.payload();
            plans.put(plan.key(), plan);
        }
        return plans;
    }
}
