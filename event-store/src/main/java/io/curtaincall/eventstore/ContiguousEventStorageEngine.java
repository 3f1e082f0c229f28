package io.curtaincall.eventstore;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.jspecify.annotations.Nullable;

/** Axon's seam over the log. Snapshots are not kept: the aggregates here are small. */
final class ContiguousEventStorageEngine extends AbstractEventStorageEngine {
    private static final int AT_ONCE = 500;

    private final EventLog log;

    ContiguousEventStorageEngine(EventLog log, Serializer serializer, EventUpcaster upcasters) {
        super(new Builder(serializer, upcasters));
        this.log = log;
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        if (!events.isEmpty()) {
            log.append(log.messages().pending(events));
        }
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readEventData(String aggregateId, long firstSequence) {
        return log.commits().ofAggregate(aggregateId, firstSequence).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(entry -> entry.aggregateId().equals(aggregateId) && entry.sequence() >= firstSequence)
                .sorted(Comparator.comparingLong(StoredEntry::sequence));
    }

    /** All that is settled after the token, read as it is asked for. Never blocks, whatever is allowed. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(@Nullable TrackingToken token, boolean mayBlock) {
        return StreamSupport.stream(
                        new Spliterators.AbstractSpliterator<List<StoredCommit>>(Long.MAX_VALUE, 0) {
                            private long reached = EventLog.indexOf(token);

                            @Override
                            public boolean tryAdvance(Consumer<? super List<StoredCommit>> action) {
                                List<StoredCommit> next = log.reader().after(reached, AT_ONCE);
                                if (next.isEmpty()) {
                                    return false;
                                }
                                reached = next.getLast().lastIndex();
                                action.accept(next);
                                return true;
                            }
                        },
                        false)
                .flatMap(List::stream)
                .flatMap(CommitMessages::trackedEntries)
                .filter(entry -> EventLog.indexOf(entry.trackingToken()) > EventLog.indexOf(token));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregateId) {
        return readEventData(aggregateId, 0).reduce((first, second) -> second).map(DomainEventData::getSequenceNumber);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String aggregateId) {
        return Stream.empty();
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        throw new UnsupportedOperationException("This event store keeps no snapshots: its aggregates are small");
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(new RecentGaps(log.counter(), log.commits()).lastSettled());
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(new TimeIndex(log.counter(), log.commits()).before(dateTime));
    }

    private static final class Builder extends AbstractEventStorageEngine.Builder {
        Builder(Serializer serializer, EventUpcaster upcasters) {
            eventSerializer(serializer);
            snapshotSerializer(serializer);
            upcasterChain(upcasters);
        }
    }
}
