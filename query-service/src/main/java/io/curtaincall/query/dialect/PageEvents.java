package io.curtaincall.query.dialect;

import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.eventstore.Place;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import io.curtaincall.query.record.CallbackRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds to a page of records what only their events hold, read at once for all of them: all first attempts and all live
 * events take one round trip, the attempts of each further number one. A long page is read in parts, as an event is
 * larger than what is told of it.
 */
@Component
class PageEvents {
    private static final int AT_ONCE = 50;

    private final StoredStreams streams;

    PageEvents(StoredStreams streams) {
        this.streams = streams;
    }

    List<Attempt> attempts(List<CallbackRecord> records) {
        BodyBudget budget = new BodyBudget();
        List<Attempt> attempts = new ArrayList<>(records.size());
        for (int from = 0; from < records.size(); from += AT_ONCE) {
            int to = Math.min(records.size(), from + AT_ONCE);
            attempts.addAll(attempts(records.subList(from, to), budget));
        }
        return attempts;
    }

    private List<Attempt> attempts(List<CallbackRecord> records, BodyBudget budget) {
        List<Places> places = records.stream().map(Places::of).toList();
        Map<Place, StreamEvent> events =
                streams.at(places.stream().flatMap(Places::all).collect(Collectors.toSet()));
        List<Attempt> told = new ArrayList<>(records.size());
        for (int i = 0; i < records.size(); i++) told.add(attempt(records.get(i), places.get(i), events, budget));
        return told;
    }

    private static Attempt attempt(
            CallbackRecord row, Places places, Map<Place, StreamEvent> events, BodyBudget budget) {
        CallbackAttempted attempted = payload(events.get(places.attempted()), CallbackAttempted.class);
        if (attempted == null) throw new IllegalStateException("a record without its event: " + row.callbackId());
        LiveEventReported reported = payload(events.get(places.reported()), LiveEventReported.class);
        DispatchPlanned planned = payload(events.get(places.planned()), DispatchPlanned.class);
        String body = RequestBody.bodyOf(reported, planned, attempted);
        return AttemptTold.of(row, attempted, budget.fit(body), budget);
    }

    private static <T> @Nullable T payload(@Nullable StreamEvent event, Class<T> type) {
        return event != null && type.isInstance(event.payload()) ? type.cast(event.payload()) : null;
    }

    /** Where the events of one record are. */
    private record Places(Place attempted, Place reported, Place planned) {
        static Places of(CallbackRecord row) {
            String liveEvent = "live-event/" + new CallbackId(row.callbackId()).liveEventKey();
            return new Places(
                    new Place(row.callbackId(), row.attempt() - 1L), new Place(liveEvent, 0), new Place(liveEvent, 1));
        }

        Stream<Place> all() {
            return Stream.of(attempted, reported, planned);
        }
    }
}
