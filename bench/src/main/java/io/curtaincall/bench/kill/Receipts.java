package io.curtaincall.bench.kill;

import io.curtaincall.testsupport.ReceivedRequest;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** What the receiver saw: how often it was sent each callback. */
public final class Receipts {
    private final Map<String, AtomicInteger> byCallback = new ConcurrentHashMap<>();

    public void note(ReceivedRequest request) {
        String callback = request.headers().getOrDefault("webhook-id", "without webhook-id");
        byCallback.computeIfAbsent(callback, ignored -> new AtomicInteger()).incrementAndGet();
    }

    public boolean hasAll(Set<String> callbacks) {
        return byCallback.keySet().containsAll(callbacks);
    }

    public Set<String> callbacks() {
        return Set.copyOf(byCallback.keySet());
    }

    public int of(String callback) {
        AtomicInteger count = byCallback.get(callback);
        return count == null ? 0 : count.get();
    }

    public long total() {
        return byCallback.values().stream().mapToLong(AtomicInteger::get).sum();
    }

    public long duplicates() {
        return total() - byCallback.size();
    }
}
