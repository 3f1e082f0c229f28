package io.curtaincall.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** One event as it lies in its commit. An event of no aggregate is its own stream of one. */
record StoredEntry(
        String aggregateId,
        long sequence,
        @Nullable String aggregateType,
        String eventId,
        long time,
        String type,
        @Nullable String revision,
        Binary payload,
        Binary metaData) {

    static StoredEntry of(EventMessage<?> message, Serializer serializer) {
        SerializedObject<byte[]> payload = message.serializePayload(serializer, byte[].class);
        SerializedObject<byte[]> metaData = message.serializeMetaData(serializer, byte[].class);
        boolean domain = message instanceof DomainEventMessage<?>;
        return new StoredEntry(
                domain ? ((DomainEventMessage<?>) message).getAggregateIdentifier() : message.getIdentifier(),
                domain ? ((DomainEventMessage<?>) message).getSequenceNumber() : 0,
                domain ? ((DomainEventMessage<?>) message).getType() : null,
                message.getIdentifier(),
                message.getTimestamp().toEpochMilli(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                new Binary(payload.getData()),
                new Binary(metaData.getData()));
    }

    Place place() {
        return new Place(aggregateId, sequence);
    }

    /** What the event weighs in its document, rounded up. */
    int bytes() {
        return payload.length()
                + metaData.length()
                + 2 * (aggregateId.length() + eventId.length() + type.length())
                + 128;
    }

    DomainEventData<byte[]> asAxon() {
        return new GenericDomainEventEntry<>(
                aggregateType,
                aggregateId,
                sequence,
                eventId,
                Instant.ofEpochMilli(time),
                type,
                revision,
                payload.getData(),
                metaData.getData());
    }
}
