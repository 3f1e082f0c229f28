package io.curtaincall.bench.kill;

import io.curtaincall.testsupport.ReceivedRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the receiver saw: how often it was sent each callback. */
final class Receipts {
    private final Map<String, AtomicInteger> byCallback = new ConcurrentHashMap<>();

    void note(ReceivedRequest request) {
        String callback = request.headers().getOrDefault("webhook-id", "without webhook-id");
        byCallback.computeIfAbsent(callback, ignored -> new AtomicInteger()).incrementAndGet();
    }

    boolean hasAll(Set<String> callbacks) {
        return byCallback.keySet().containsAll(callbacks);
    }

    Set<String> callbacks() {
        return Set.copyOf(byCallback.keySet());
    }

    int of(String callback) {
        AtomicInteger count = byCallback.get(callback);
        return count == null ? 0 : count.get();
    }

    long total() {
        return byCallback.values().stream().mapToLong(AtomicInteger::get).sum();
    }

    long duplicates() {
        return total() - byCallback.size();
    }
}
