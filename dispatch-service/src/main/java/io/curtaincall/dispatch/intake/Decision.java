package io.curtaincall.dispatch.intake;

import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.Place;
import java.util.List;

/** A live event and what was decided about it: the two are one fact and go into the store together. */
record Decision(LiveEventReported event, DispatchPlanned plan) {
    private static final String STREAM_TYPE = "LiveEvent";

    static String stream(LiveEventKey key) {
        return "live-event/" + key;
    }

    /** Where the plan for the event stands, if it is stored. */
    static Place planOf(LiveEventKey key) {
        return new Place(stream(key), 1);
    }

    List<NewEvent> newEvents() {
        String stream = stream(event.key());
        return List.of(new NewEvent(STREAM_TYPE, stream, 0, event), new NewEvent(STREAM_TYPE, stream, 1, plan));
    }
}
