package io.curtaincall.dispatch.intake;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.events.callback.CallbackEvent.CallbackQueued;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEvent.InOrder;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.eventstore.Place;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Gives callbacks that are wanted in order their places. A lane is a stream of the store that gets a callback in the
 * same append as the plan that has it, so that there is one order, whatever processes take events in.
 */
final class Lanes {
    private static final String TYPE = "Lane";
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LOCKS = 64;

    private final StoredStreams streams;
    private final ReentrantLock[] locks =
            IntStream.range(0, LOCKS).mapToObj(i -> new ReentrantLock()).toArray(ReentrantLock[]::new);
    private final Map<String, Tail> tails = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tail> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    Lanes(StoredStreams streams) {
        this.streams = streams;
    }

    /** Where a lane ends. */
    private record Tail(long length, @Nullable CallbackId last) {}

    static String of(PlannedCallback callback, LiveEventReported event) {
        String stream = String.join("\n", event.domain(), event.app(), event.stream());
        String hash = Hashes.sha256Hex(stream.getBytes(StandardCharsets.UTF_8)).substring(0, 32);
        return "lane/" + callback.configId() + "/" + hash;
    }

    /** Does the work while nobody else of this process extends any of the lanes. */
    <T> T alone(Collection<String> lanes, Supplier<T> work) {
        List<ReentrantLock> held = lanes.stream()
                .map(lane -> Math.floorMod(lane.hashCode(), LOCKS))
                .distinct()
                .sorted()
                .map(number -> locks[number])
                .toList();
        held.forEach(ReentrantLock::lock);
        try {
            return work.get();
        } finally {
            held.reversed().forEach(ReentrantLock::unlock);
        }
    }

    Extension extension() {
        return new Extension();
    }

    private Tail tail(String lane) {
        synchronized (tails) {
            Tail known = tails.get(lane);
            if (known != null) return known;
        }
        long length = streams.length(lane);
        if (length == 0) return new Tail(0, null);
        Place last = new Place(lane, length - 1);
        StreamEvent stored = Objects.requireNonNull(streams.at(Set.of(last)).get(last));
        return new Tail(length, ((CallbackQueued) stored.payload()).callbackId());
    }

    /** What one append adds to lanes. */
    final class Extension {
        private final Map<String, Tail> extended = new HashMap<>();
        private final List<NewEvent> events = new ArrayList<>();

        InOrder add(String lane, CallbackId callbackId, Instant at) {
            Tail tail = extended.computeIfAbsent(lane, Lanes.this::tail);
            events.add(new NewEvent(TYPE, lane, tail.length(), new CallbackQueued(callbackId, at)));
            extended.put(lane, new Tail(tail.length() + 1, callbackId));
            return new InOrder(lane, tail.length(), tail.last());
        }

        List<NewEvent> events() {
            return events;
        }

        void stored() {
            synchronized (tails) {
                tails.putAll(extended);
            }
        }

        /** Somebody else may have extended them. */
        void refused() {
            synchronized (tails) {
                tails.keySet().removeAll(extended.keySet());
            }
        }
    }
}
