package io.curtaincall.eventstore;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.EventUtils;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;

/** Turns commits into Axon's messages and back. Payloads are read when first asked for, once for all readers. */
final class CommitMessages {
    private final Serializer serializer;
    private final EventUpcaster upcasters;

    CommitMessages(Serializer serializer, EventUpcaster upcasters) {
        this.serializer = serializer;
        this.upcasters = upcasters;
    }

    PendingCommit pending(List<? extends EventMessage<?>> messages) {
        return new PendingCommit(messages.stream()
                .map(message -> StoredEntry.of(message, serializer))
                .toList());
    }

    List<TrackedEventMessage<?>> tracked(StoredCommit commit) {
        return tracked(commit, entry -> true);
    }

    /** Of those that are wanted only. */
    List<TrackedEventMessage<?>> tracked(StoredCommit commit, Predicate<StoredEntry> wanted) {
        return EventUtils.upcastAndDeserializeTrackedEvents(trackedEntries(commit, wanted), serializer, upcasters)
                .toList();
    }

    static Stream<TrackedEventData<?>> trackedEntries(StoredCommit commit) {
        return trackedEntries(commit, entry -> true);
    }

    private static Stream<TrackedEventData<?>> trackedEntries(StoredCommit commit, Predicate<StoredEntry> wanted) {
        Stream.Builder<TrackedEventData<?>> entries = Stream.builder();
        long index = commit.index();
        for (StoredEntry entry : commit.entries()) {
            GlobalSequenceTrackingToken token = new GlobalSequenceTrackingToken(index++);
            if (wanted.test(entry)) entries.add(tracked(token, entry));
        }
        return entries.build();
    }

    private static TrackedEventData<?> tracked(GlobalSequenceTrackingToken token, StoredEntry entry) {
        return entry.aggregateType() == null
                ? new TrackedEntry(token, entry)
                : new TrackedDomainEventData<>(token, entry);
    }

    static long indexOf(TrackedEventMessage<?> message) {
        return message.trackingToken().position().orElseThrow();
    }
}
