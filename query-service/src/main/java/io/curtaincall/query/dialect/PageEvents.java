package io.curtaincall.query.dialect;

import io.curtaincall.access.work.Meanwhile;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Adds to a page of records what only their events hold, read at once for all of them: the live events of all its
 * attempts take one round trip, at the same time the attempts of each number one. A long page is read in parts, as an
 * event is larger than what is told of it.
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
        Set<Place> attempts = new HashSet<>();
        Set<Place> reports = new HashSet<>();
        for (CallbackRecord row : records) {
            attempts.add(attempted(row));
            reports.addAll(List.of(reported(row), planned(row)));
        }
        Supplier<Map<Place, StreamEvent>> reported = Meanwhile.begin(() -> streams.at(reports));
        Map<Place, StreamEvent> events = new HashMap<>(streams.at(attempts));
        events.putAll(reported.get());
        return records.stream().map(row -> attempt(row, events, budget)).toList();
    }

    private static Attempt attempt(CallbackRecord row, Map<Place, StreamEvent> events, BodyBudget budget) {
        CallbackAttempted attempted = payload(events.get(attempted(row)), CallbackAttempted.class);
        if (attempted == null) throw new IllegalStateException("a record without its event: " + row.callbackId());
        LiveEventReported reported = payload(events.get(reported(row)), LiveEventReported.class);
        DispatchPlanned planned = payload(events.get(planned(row)), DispatchPlanned.class);
        String body = RequestBody.bodyOf(reported, planned, attempted);
        return AttemptTold.of(row, attempted, budget.fit(body), budget);
    }

    private static Place attempted(CallbackRecord row) {
        return new Place(row.callbackId(), row.attempt() - 1L);
    }

    private static Place reported(CallbackRecord row) {
        return new Place(liveEvent(row), 0);
    }

    private static Place planned(CallbackRecord row) {
        return new Place(liveEvent(row), 1);
    }

    private static String liveEvent(CallbackRecord row) {
        return "live-event/" + new CallbackId(row.callbackId()).liveEventKey();
    }

    private static <T> @Nullable T payload(@Nullable StreamEvent event, Class<T> type) {
        return event != null && type.isInstance(event.payload()) ? type.cast(event.payload()) : null;
    }
}
