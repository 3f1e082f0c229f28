package io.curtaincall.eventstore;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.ConcurrencyException;

/** The hot path into the store: appends with known sequence numbers and loads no aggregate. */
public final class EventAppender {
    private final EventLog log;
    private final Clock clock;
    private final Supplier<String> eventIds;

    EventAppender(EventLog log, Clock clock, Supplier<String> eventIds) {
        this.log = log;
        this.clock = clock;
        this.eventIds = eventIds;
    }

    /**
     * Appends all events as one commit, durable on return, and wakes the readers of this process.
     *
     * @return the position of the last event
     * @throws AppendConflict (a {@link ConcurrencyException}) if a stream already has one of the sequence numbers; then
     *     nothing is stored
     * @throws CommitTooLargeException if they do not fit into one commit; then nothing is stored
     * @throws EventStoreException if it is not known whether the events are stored
     */
    public long append(List<NewEvent> events) {
        if (events.isEmpty()) {
            throw new IllegalArgumentException("Nothing to append");
        }
        Instant now = clock.instant();
        return log.append(log.messages()
                        .pending(events.stream()
                                .map(event -> message(event, now))
                                .toList()))
                .lastIndex();
    }

    private GenericDomainEventMessage<Object> message(NewEvent event, Instant now) {
        return new GenericDomainEventMessage<>(
                event.aggregateType(),
                event.aggregateId(),
                event.sequence(),
                event.payload(),
                MetaData.emptyInstance(),
                eventIds.get(),
                now);
    }
}
