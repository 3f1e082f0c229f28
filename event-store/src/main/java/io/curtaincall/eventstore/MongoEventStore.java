package io.curtaincall.eventstore;

import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store on our log. Not Axon's embedded one: that has no availability callback, without which pooled
 * processors look for new events every half second.
 */
public final class MongoEventStore extends AbstractEventStore {
    private final EventLog log;

    MongoEventStore(EventLog log, EventStorageEngine engine) {
        super(new Builder(engine));
        this.log = log;
    }

    @Override
    public TrackingEventStream openStream(@Nullable TrackingToken trackingToken) {
        return log.open(EventLog.indexOf(trackingToken));
    }

    private static final class Builder extends AbstractEventStore.Builder {
        Builder(EventStorageEngine engine) {
            storageEngine(engine);
        }
    }
}
