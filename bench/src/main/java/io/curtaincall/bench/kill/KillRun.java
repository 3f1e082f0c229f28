package io.curtaincall.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Part;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.testsupport.CallbackReceiver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

/** Kills and restarts an installation under load, then holds it to what it has promised. */
public final class KillRun {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration SHORTEST_LIFE = Duration.ofMillis(300);

    private final KillPlan plan;
    private final Path folder;
    private final Consumer<String> progress;
    private final Random random;

    public KillRun(KillPlan plan, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
        this.random = new Random(plan.seed());
    }

    public KillFigures run() {
        Receipts receipts = new Receipts();
        try (CallbackReceiver receiver = CallbackReceiver.startForgetful(receipts::note);
                Installation installation = Installation.start(plan.shape(), folder)) {
            CurtaincallApi api = installation.asDemo();
            api.addConfig(StubbornReporter.DOMAIN, receiver.url("/kill")).expect(201);
            try (StubbornReporter reporter = new StubbornReporter(api::report, plan.rate())) {
                reporter.start();
                List<Duration> restarts = new ArrayList<>();
                for (int round = 1; round <= plan.rounds(); round++) restarts.add(killAndRestart(installation, round));
                reporter.finish(PATIENCE);
                awaitDelivery(receipts, reporter);
                return new KillFigures(plan, reporter, receipts, recordsOnceComplete(api, receipts), restarts);
            }
        }
    }

    private Duration killAndRestart(Installation installation, int round) {
        long spread = plan.longestLife().minus(SHORTEST_LIFE).toMillis();
        Waiting.pause(SHORTEST_LIFE.plusMillis((long) (random.nextDouble() * spread)));
        List<Part> parts = installation.parts();
        Part victim = parts.get(random.nextInt(parts.size()));
        victim.process().kill();
        long start = System.nanoTime();
        victim.restart();
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        progress.accept("round " + round + ": killed " + victim.name() + ", up again after " + took.toMillis() + " ms");
        return took;
    }

    /** Until all has come, or nothing has come for long. */
    private static void awaitDelivery(Receipts receipts, StubbornReporter reporter) {
        try {
            while (!receipts.hasAll(reporter.promisedCallbacks())) {
                long before = receipts.total();
                Waiting.until(PATIENCE, () -> receipts.total() > before ? true : null);
            }
        } catch (IllegalStateException lost) {
            // the figures say what is missing
        }
    }

    /** Number of records of each callback, read again until they cover every request the receiver saw. */
    private static Map<String, Integer> recordsOnceComplete(CurtaincallApi api, Receipts receipts) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Map<String, Integer> records = recordsByCallback(api);
            boolean complete = receipts.callbacks().stream()
                    .allMatch(callback -> records.getOrDefault(callback, 0) >= receipts.of(callback));
            if (complete || System.nanoTime() > deadline) return records;
            Waiting.pause(Duration.ofMillis(500));
        }
    }

    private static Map<String, Integer> recordsByCallback(CurtaincallApi api) {
        Map<String, Integer> records = new HashMap<>();
        for (JsonNode record : api.allRecords("domain=" + StubbornReporter.DOMAIN)) {
            records.merge(record.path("callbackId").asText(), 1, Integer::sum);
        }
        return records;
    }
}
