package io.curtaincall.dispatch.ondemand;

import io.curtaincall.events.ondemand.OnDemandEvent.OnDemandDecided;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.StoredStreams;
import java.util.List;
import java.util.Optional;

/** The decisions on record. */
final class OnDemandLog {
    private final EventAppender appender;
    private final StoredStreams streams;

    OnDemandLog(EventAppender appender, StoredStreams streams) {
        this.appender = appender;
        this.streams = streams;
    }

    OnDemandDecided add(OnDemandDecided decided) {
        appender.append(
                List.of(new NewEvent("OnDemand", stream(decided.onDemandId().value()), 0, decided)));
        return decided;
    }

    Optional<OnDemandDecided> find(String id) {
        return streams.read(stream(id)).stream()
                .map(event -> (OnDemandDecided) event.payload())
                .findFirst();
    }

    private static String stream(String id) {
        return "on-demand/" + id;
    }
}
