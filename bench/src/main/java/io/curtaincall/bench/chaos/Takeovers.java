package io.curtaincall.bench.chaos;

import io.curtaincall.bench.deliver.Latencies;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** How long after a process went down another called for what that one had accepted. */
final class Takeovers {
    /** A request that was on the wire already is none. */
    private static final long ON_THE_WIRE = 100_000_000;

    private final Map<String, NodeLife> acceptedBy = new ConcurrentHashMap<>();
    private final Map<String, Long> takenOver = new ConcurrentHashMap<>();

    void accepted(String callback, NodeLife by) {
        acceptedBy.put(callback, by);
    }

    void received(String callback) {
        NodeLife life = acceptedBy.get(callback);
        if (life == null) return;
        long down = life.downFor(System.nanoTime());
        if (down > ON_THE_WIRE) takenOver.putIfAbsent(callback, down);
    }

    Optional<NodeLife> acceptedBy(String callback) {
        return Optional.ofNullable(acceptedBy.get(callback));
    }

    int count() {
        return takenOver.size();
    }

    Latencies times() {
        return new Latencies(takenOver.values().stream().mapToLong(Long::longValue));
    }
}
