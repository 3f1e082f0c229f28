package io.curtaincall.eventstore;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Single streams read back as they are stored, upcast to today's types. */
public final class StoredStreams {
    private static final int MOST_DOUBLINGS = 40;
    private static final int PROBES = 16;

    private final EventLog log;

    StoredStreams(EventLog log) {
        this.log = log;
    }

    /** All events of the stream in order; empty if there is none. */
    public List<StreamEvent> read(String aggregateId) {
        return log.commits().ofAggregate(aggregateId, 0).stream()
                .flatMap(commit -> log.messages().tracked(commit, entry -> isOf(aggregateId, entry.place())).stream())
                .filter(message -> of(aggregateId, message))
                .map(StoredStreams::event)
                .sorted(Comparator.comparingLong(StreamEvent::sequence))
                .toList();
    }

    /**
     * The events at the places, of any number of streams; a place without an event is left out. One round trip for all
     * places of the same sequence number that have not come along with others.
     */
    public Map<Place, StreamEvent> at(Set<Place> places) {
        Map<Long, List<Place>> bySequence =
                places.stream().collect(Collectors.groupingBy(Place::sequence, TreeMap::new, Collectors.toList()));
        Map<Place, StreamEvent> found = new HashMap<>();
        for (List<Place> wanted : bySequence.values()) {
            List<Place> missing =
                    wanted.stream().filter(place -> !found.containsKey(place)).toList();
            if (missing.isEmpty()) continue;
            for (StoredCommit commit : log.commits().holding(missing)) found.putAll(at(places, commit));
        }
        return found;
    }

    private Map<Place, StreamEvent> at(Set<Place> places, StoredCommit commit) {
        Map<Place, StreamEvent> found = new HashMap<>();
        for (TrackedEventMessage<?> message : log.messages().tracked(commit, entry -> places.contains(entry.place()))) {
            if (!(message instanceof DomainEventMessage<?> event)) continue;
            Place place = new Place(event.getAggregateIdentifier(), event.getSequenceNumber());
            if (places.contains(place)) found.put(place, event(message));
        }
        return found;
    }

    /** How many events the stream has; a few round trips, however many there are. */
    public long length(String aggregateId) {
        long known = highest(aggregateId, LongStream.range(0, MOST_DOUBLINGS).map(power -> (1L << power) - 1));
        long beyond = 2 * known + 1;
        while (known >= 0 && beyond - known > 1) {
            long from = known;
            long to = beyond;
            long step = Math.ceilDiv(to - from, PROBES);
            known = highest(aggregateId, LongStream.iterate(from, at -> at < to, at -> at + step));
            beyond = Math.min(to, known + step);
        }
        return known + 1;
    }

    /** The highest of the sequence numbers that the stream has, -1 if none. */
    private long highest(String aggregateId, LongStream sequences) {
        Set<Place> places =
                sequences.mapToObj(sequence -> new Place(aggregateId, sequence)).collect(Collectors.toSet());
        return log.commits().holding(List.copyOf(places)).stream()
                .flatMap(commit -> log.messages().tracked(commit, entry -> places.contains(entry.place())).stream())
                .filter(message -> of(aggregateId, message))
                .mapToLong(message -> ((DomainEventMessage<?>) message).getSequenceNumber())
                .filter(sequence -> places.contains(new Place(aggregateId, sequence)))
                .max()
                .orElse(-1);
    }

    /** How far this process knows the log: every event up to here is settled and handed to its readers. */
    public long position() {
        return log.tail().settled();
    }

    private static boolean isOf(String aggregateId, Place place) {
        return place.aggregateId().equals(aggregateId);
    }

    /** How far the log goes by now: whatever anybody was told is stored, in any process, is not beyond. */
    public long head() {
        return log.counter().last();
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
