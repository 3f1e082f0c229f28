package io.curtaincall.eventstore;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.events.stored.EventSerializer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.upcasting.event.EventUpcasterChain;

/** What one process has of the store: several of these on one database behave like several processes. */
final class OneProcess implements AutoCloseable {
    /** Short, for tests that wait until it has passed. */
    static final Duration GAP_TIMEOUT = Duration.ofMillis(300);

    final EventLog log;
    final ContiguousEventStorageEngine engine;
    final MongoEventStore store;
    final EventAppender appender;
    final StoredStreams streams;
    private final Clock clock;
    private final HeadWatcher watcher;

    OneProcess(MongoDatabase database) {
        this(database, Clock.systemUTC(), UnaryOperator.identity(), GAP_TIMEOUT);
    }

    OneProcess(MongoDatabase database, Clock clock, UnaryOperator<GlobalIndexes> indexes, Duration gapTimeout) {
        EventSerializer serializer = new EventSerializer();
        EventUpcasterChain upcasters = new EventUpcasterChain();
        this.clock = clock;
        log = new EventLog(
                database,
                new CommitMessages(serializer, upcasters),
                clock,
                EventStoreSettings.DEFAULT.withGapTimeout(gapTimeout),
                indexes);
        engine = new ContiguousEventStorageEngine(log, serializer, upcasters);
        store = new MongoEventStore(log, engine);
        appender = new EventAppender(log, clock, () -> UUID.randomUUID().toString());
        streams = new StoredStreams(log);
        watcher = new HeadWatcher(log);
        watcher.start();
    }

    GenericDomainEventMessage<Happened> message(String aggregateId, long sequence, Happened payload) {
        return new GenericDomainEventMessage<>(
                "Thing",
                aggregateId,
                sequence,
                payload,
                MetaData.with("by", "test"),
                UUID.randomUUID().toString(),
                clock.instant());
    }

    void append(String aggregateId, long sequence, Happened... payloads) {
        List<GenericDomainEventMessage<Happened>> messages = new ArrayList<>();
        for (Happened payload : payloads) {
            messages.add(message(aggregateId, sequence + messages.size(), payload));
        }
        engine.appendEvents(messages);
    }

    /** Takes that many events from the stream, and fails when they do not come. */
    static List<TrackedEventMessage<?>> take(TrackingEventStream stream, int count) throws InterruptedException {
        List<TrackedEventMessage<?>> taken = new ArrayList<>();
        while (taken.size() < count) {
            if (!stream.hasNextAvailable(30, TimeUnit.SECONDS)) {
                throw new AssertionError("only " + taken.size() + " of " + count + " events came");
            }
            taken.add(stream.nextAvailable());
        }
        return taken;
    }

    /** What anybody can read from the beginning now. */
    List<TrackedEventMessage<?>> all() {
        List<TrackedEventMessage<?>> all = new ArrayList<>();
        engine.readEvents(null, false).forEach(all::add);
        return all;
    }

    static List<String> whats(List<? extends TrackedEventMessage<?>> messages) {
        return messages.stream()
                .map(message -> ((Happened) message.getPayload()).what())
                .toList();
    }

    Instant now() {
        return clock.instant();
    }

    @Override
    public void close() {
        watcher.close();
        log.close();
    }
}
