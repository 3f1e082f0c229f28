package io.curtaincall.dispatch.hook.session;

import io.curtaincall.eventstore.MongoEventStore;
import io.curtaincall.eventstore.StoredStreams;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.TrackingEventStream;

/**
 * How far the hooks have been followed. A timer may only conclude that nothing has come if all that had come was looked
 * at; and where another process follows the hooks, the timers are its business too.
 */
final class Followed {
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final long LOOK_EVERY_MILLIS = 5;

    private final Supplier<EventProcessingConfiguration> processing;
    private final StoredStreams streams;
    private final MongoEventStore events;

    Followed(Supplier<EventProcessingConfiguration> processing, StoredStreams streams, MongoEventStore events) {
        this.processing = processing;
        this.streams = streams;
        this.events = events;
    }

    /** Waits until all that is stored now has been followed; false if that takes too long or is not done here. */
    boolean caughtUp() throws InterruptedException {
        long head = streams.position();
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK_EVERY_MILLIS) {
            long position = position();
            if (position >= head || (position >= 0 && nothingAfter(position))) return true;
            TimeUnit.MILLISECONDS.sleep(LOOK_EVERY_MILLIS);
        }
        return false;
    }

    /** The last positions may be holes that refused appends have left. */
    private boolean nothingAfter(long position) {
        try (TrackingEventStream rest = events.openStream(new GlobalSequenceTrackingToken(position))) {
            return rest.peek().isEmpty();
        }
    }

    /** Negative where the hooks are not followed. */
    private long position() {
        return processing
                .get()
                .eventProcessor(RecordingSessions.PROCESSOR, TrackingEventProcessor.class)
                .flatMap(processor -> processor.processingStatus().values().stream()
                        .filter(status -> !status.isErrorState())
                        .findFirst())
                .map(Followed::position)
                .orElse(-1L);
    }

    private static long position(EventTrackerStatus status) {
        return status.getCurrentPosition().orElse(0);
    }
}
