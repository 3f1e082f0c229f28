package io.curtaincall.eventstore;

import java.time.Instant;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.serialization.SerializedMetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.SimpleSerializedObject;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;

/** One event as it lies in its commit, and as Axon reads it. An event of no aggregate is its own stream of one. */
record StoredEntry(
        String aggregateId,
        long sequence,
        @Nullable String aggregateType,
        String eventId,
        long time,
        String type,
        @Nullable String revision,
        Binary payload,
        Binary metaData)
        implements DomainEventData<byte[]> {

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

    @Override
    public @Nullable String getType() {
        return aggregateType;
    }

    @Override
    public String getAggregateIdentifier() {
        return aggregateId;
    }

    @Override
    public long getSequenceNumber() {
        return sequence;
    }

    @Override
    public String getEventIdentifier() {
        return eventId;
    }

    @Override
    public Instant getTimestamp() {
        return Instant.ofEpochMilli(time);
    }

    @Override
    public SerializedObject<byte[]> getMetaData() {
        return new SerializedMetaData<>(metaData.getData(), byte[].class);
    }

    @Override
    public SerializedObject<byte[]> getPayload() {
        return new SimpleSerializedObject<>(payload.getData(), byte[].class, type, revision);
    }
}
