package io.curtaincall.dispatch.intake;

import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.Place;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A live event and what was decided about it: the two are one fact and go into the store together.
 *
 * @param inOrder the configs that want their callbacks about a stream one after another
 */
record Decision(LiveEventReported event, DispatchPlanned plan, Set<NotifyConfigId> inOrder) {
    private static final String STREAM_TYPE = "LiveEvent";

    static String stream(LiveEventKey key) {
        return "live-event/" + key;
    }

    /** Where the plan for the event stands, if it is stored. */
    static Place planOf(LiveEventKey key) {
        return new Place(stream(key), 1);
    }

    /** The lanes that its callbacks go into. */
    Stream<String> lanes() {
        return plan.callbacks().stream()
                .filter(callback -> inOrder.contains(callback.configId()))
                .map(callback -> Lanes.of(callback, event));
    }

    /** The same with the callbacks at their places in the lanes. */
    Decision queued(Lanes.Extension lanes) {
        if (inOrder.isEmpty()) return this;
        List<PlannedCallback> callbacks = plan.callbacks().stream()
                .map(callback -> inOrder.contains(callback.configId()) ? queued(callback, lanes) : callback)
                .toList();
        DispatchPlanned queued = new DispatchPlanned(
                plan.key(), callbacks, plan.skipped(), plan.configsKnownUpTo(), plan.plannedBy(), plan.plannedAt());
        return new Decision(event, queued, inOrder);
    }

    private PlannedCallback queued(PlannedCallback callback, Lanes.Extension lanes) {
        return callback.at(lanes.add(Lanes.of(callback, event), callback.callbackId(), plan.plannedAt()));
    }

    List<NewEvent> newEvents() {
        String stream = stream(event.key());
        return List.of(new NewEvent(STREAM_TYPE, stream, 0, event), new NewEvent(STREAM_TYPE, stream, 1, plan));
    }
}
