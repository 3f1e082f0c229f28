package io.curtaincall.bench.chaos;

import io.curtaincall.bench.running.ServiceProcess;
import io.curtaincall.bench.running.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Kills and ends dispatch processes and starts them again, stops them for a while; one is always left alone. */
final class Disturbances {
    private static final Duration LONG_PAUSE = Duration.ofSeconds(60);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int SHORTEST_MILLIS = 500;
    private static final int LONGEST_MILLIS = 12_000;
    private static final int BETWEEN_MILLIS = 4_000;

    private final DispatchNodes nodes;
    private final Random random;
    private final Consumer<String> progress;
    private final Set<Integer> disturbed = ConcurrentHashMap.newKeySet();
    private final AtomicInteger kills = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicLong longestEnd = new AtomicLong();
    private final AtomicInteger pauses = new AtomicInteger();
    private final AtomicInteger longPauses = new AtomicInteger();
    private final Set<String> failures = ConcurrentHashMap.newKeySet();

    Disturbances(DispatchNodes nodes, long seed, Consumer<String> progress) {
        this.nodes = nodes;
        this.random = new Random(seed);
        this.progress = progress;
    }

    /** Returns when the time is over and everybody is up again. */
    void run(Duration time) {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            Waiting.pause(Duration.ofMillis(500L + random.nextInt(BETWEEN_MILLIS)));
            List<Integer> left = IntStream.range(0, nodes.count())
                    .boxed()
                    .filter(node -> !disturbed.contains(node))
                    .toList();
            if (left.size() > 1) disturb(left.get(random.nextInt(left.size())), end);
        }
        Waiting.until(PATIENCE, () -> disturbed.isEmpty() ? Boolean.TRUE : null);
        if (!failures.isEmpty()) throw new IllegalStateException(failures.toString());
    }

    private void disturb(int node, long end) {
        disturbed.add(node);
        boolean timeForLong = System.nanoTime() + LONG_PAUSE.toNanos() < end;
        boolean first = kills.get() + ends.get() + pauses.get() + longPauses.get() == 0;
        int drawn = random.nextInt(10);
        Duration shorter = Duration.ofMillis(SHORTEST_MILLIS + random.nextInt(LONGEST_MILLIS - SHORTEST_MILLIS));
        Runnable act;
        if (timeForLong && (first || drawn < 2)) {
            longPauses.incrementAndGet();
            act = () -> pause(node, LONG_PAUSE);
        } else if (drawn < 5) {
            kills.incrementAndGet();
            act = () -> kill(node);
        } else if (drawn < 7) {
            ends.incrementAndGet();
            act = () -> end(node);
        } else {
            pauses.incrementAndGet();
            act = () -> pause(node, shorter);
        }
        Thread.startVirtualThread(() -> act(node, act));
    }

    private void act(int node, Runnable act) {
        try {
            act.run();
        } catch (RuntimeException e) {
            failures.add(nodes.part(node).name() + ": " + e);
        } finally {
            disturbed.remove(node);
        }
    }

    private void kill(int node) {
        nodes.life(node).goesDown();
        nodes.part(node).process().kill();
        startAgain(node, "killed");
    }

    /** As an operator does it; what it holds is handed over and nobody waits for its life to run out. */
    private void end(int node) {
        Duration took = nodes.part(node).process().terminate();
        longestEnd.accumulateAndGet(took.toMillis(), Math::max);
        startAgain(node, "ended within " + took.toMillis() + " ms");
    }

    private void startAgain(int node, String how) {
        long down = System.nanoTime();
        nodes.part(node).restart();
        nodes.begins(node);
        long took = Duration.ofNanos(System.nanoTime() - down).toMillis();
        progress.accept(nodes.part(node).name() + " " + how + ", up again after " + took + " ms");
    }

    private void pause(int node, Duration pause) {
        ServiceProcess process = nodes.part(node).process();
        nodes.life(node).goesDown();
        process.pause();
        try {
            Waiting.pause(pause);
        } finally {
            nodes.life(node).comesBack();
            process.resume();
        }
        progress.accept(nodes.part(node).name() + " stopped for " + pause.toMillis() + " ms");
    }

    int kills() {
        return kills.get();
    }

    int ends() {
        return ends.get();
    }

    long longestEndMillis() {
        return longestEnd.get();
    }

    int pauses() {
        return pauses.get();
    }

    int longPauses() {
        return longPauses.get();
    }
}
