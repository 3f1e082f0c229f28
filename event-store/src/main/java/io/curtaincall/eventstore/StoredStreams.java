package io.curtaincall.eventstore;

import java.util.Comparator;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Single streams read back as they are stored, upcast to today's types. */
public final class StoredStreams {
    private final EventLog log;

    StoredStreams(EventLog log) {
        this.log = log;
    }

    /** All events of the stream in order; empty if there is none. */
    public List<StreamEvent> read(String aggregateId) {
        return log.commits().ofAggregate(aggregateId, 0).stream()
                .flatMap(commit -> log.messages().tracked(commit).stream())
                .filter(message -> of(aggregateId, message))
                .map(StoredStreams::event)
                .sorted(Comparator.comparingLong(StreamEvent::sequence))
                .toList();
    }

    /** How far this process knows the log: every event up to here is settled and handed to its readers. */
    public long position() {
        return log.tail().settled();
    }

    private static boolean of(String aggregateId, TrackedEventMessage<?> message) {
        return message instanceof DomainEventMessage<?> event
                && event.getAggregateIdentifier().equals(aggregateId);
    }

    private static StreamEvent event(TrackedEventMessage<?> message) {
        DomainEventMessage<?> event = (DomainEventMessage<?>) message;
        return new StreamEvent(
                event.getAggregateIdentifier(),
                event.getSequenceNumber(),
                CommitMessages.indexOf(message),
                event.getTimestamp(),
                event.getPayload());
    }
}
