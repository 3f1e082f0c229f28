package io.curtaincall.bench.chaos;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Part;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.testsupport.LiveEvents;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Several dispatch processes as a reporter sees them: who does not answer is left alone for a while. */
final class DispatchNodes {
    private static final Duration LEFT_ALONE = Duration.ofSeconds(4);
    private static final Duration PROBE = Duration.ofSeconds(20);

    private final List<Part> parts;
    private final CurtaincallApi api;
    private final Duration timeout;
    private final Takeovers takeovers;
    private final AtomicReferenceArray<NodeLife> lives;
    private final Map<Integer, Long> suspectSince = new ConcurrentHashMap<>();
    private final Map<String, AtomicLong> answers = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    DispatchNodes(List<Part> parts, CurtaincallApi api, Duration timeout, Takeovers takeovers) {
        this.parts = parts;
        this.api = api;
        this.timeout = timeout;
        this.takeovers = takeovers;
        lives = new AtomicReferenceArray<>(parts.size());
        for (int node = 0; node < parts.size(); node++) begins(node);
    }

    int count() {
        return parts.size();
    }

    Part part(int node) {
        return parts.get(node);
    }

    NodeLife life(int node) {
        return lives.get(node);
    }

    /** Whether each process calls somebody for an event of this domain: they learn of a config one after another. */
    boolean allKnow(String domain) {
        return parts.stream().allMatch(part -> {
            String probe = LiveEvents.started(domain, "live", "probe").json();
            Reply reply = api.report(part.uri(), probe, PROBE);
            return reply.status() == 202
                    && !reply.json().at("/accepted/0/callbacks").isEmpty();
        });
    }

    /** A process of this place has started. */
    void begins(int node) {
        lives.set(node, new NodeLife());
    }

    Reply report(String cloudEvent) {
        int node = next();
        NodeLife life = life(node);
        try {
            Reply reply = api.report(part(node).uri(), cloudEvent, timeout);
            count(Integer.toString(reply.status()));
            if (reply.status() == 202) note(reply.json().at("/accepted/0"), life);
            return reply;
        } catch (UncheckedIOException e) {
            suspectSince.put(node, System.nanoTime());
            count("none");
            throw e;
        }
    }

    private int next() {
        for (int tried = 0; tried < count(); tried++) {
            int node = Math.floorMod(turn.getAndIncrement(), count());
            Long since = suspectSince.get(node);
            if (since == null || System.nanoTime() - since > LEFT_ALONE.toNanos()) return node;
        }
        return Math.floorMod(turn.getAndIncrement(), count());
    }

    /** What was reported before was perhaps accepted by another. */
    private void note(JsonNode event, NodeLife life) {
        if (event.path("duplicate").asBoolean()) return;
        event.path("callbacks")
                .forEach(callback ->
                        takeovers.accepted(callback.path("callbackId").asText(), life));
    }

    private void count(String answer) {
        answers.computeIfAbsent(answer, ignored -> new AtomicLong()).incrementAndGet();
    }

    /** How often each status was answered since this was last asked, and how often nothing. */
    Map<String, Long> takeAnswers() {
        Map<String, Long> taken = new TreeMap<>();
        answers.forEach((answer, count) -> taken.put(answer, count.getAndSet(0)));
        taken.values().removeIf(count -> count == 0);
        return taken;
    }
}
