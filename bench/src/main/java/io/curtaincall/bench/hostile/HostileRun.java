package io.curtaincall.bench.hostile;

import io.curtaincall.bench.deliver.EventText;
import io.curtaincall.bench.deliver.Journeys;
import io.curtaincall.bench.deliver.PacedLoad;
import io.curtaincall.bench.deliver.Reporter;
import io.curtaincall.bench.deliver.Window;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.ResidentMemory;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.bench.running.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The same load with good receivers only and with hostile ones among them, in turns against one running Curtaincall. */
final class HostileRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration STEP = Duration.ofMillis(250);

    private final HostilePlan plan;
    private final Path folder;
    private final String[] settings;
    private final Journeys journeys;

    /** @param settings of the form {@code name=value}, as {@code up --set} takes them */
    HostileRun(HostilePlan plan, Path folder, String... settings) {
        this.plan = plan;
        this.folder = folder;
        this.settings = settings.clone();
        journeys = new Journeys(new EventText(1, plan.domains()), plan.capacity());
    }

    HostileFigures run() {
        try (Customers customers = new Customers(plan, journeys);
                Installation installation = Installation.start(Shape.ALL_IN_ONE, folder, settings)) {
            CurtaincallApi api = installation.asDemo();
            List<String> domains = plan.domains();
            for (int endpoint = 0; endpoint < plan.endpoints(); endpoint++) {
                api.addConfig(domains.get(endpoint), customers.url(endpoint)).expect(201);
            }
            return against(installation, customers, new Reporter(api, journeys));
        }
    }

    private HostileFigures against(Installation installation, Customers customers, Reporter reporter) {
        List<Window> good = new ArrayList<>();
        List<Window> hostile = new ArrayList<>();
        long residentMiB;
        long refused;
        try (ResidentMemory memory = new ResidentMemory(installation)) {
            PacedLoad load = new PacedLoad(reporter, journeys, 1, plan.rate());
            load.run(plan.warmUp());
            long refusedCold = reporter.refused();
            for (int round = 0; round < plan.rounds(); round++) {
                good.add(part(load, customers, Customers.Mood.GOOD));
                hostile.add(part(load, customers, Customers.Mood.SOME_HOSTILE));
            }
            customers.become(Customers.Mood.GOOD);
            awaitTheRest();
            refused = reporter.refused() - refusedCold;
            residentMiB = memory.highestMiB();
        }
        SlowPart slow = slow(installation, customers, reporter);
        return new HostileFigures(plan, good, hostile, journeys, customers, refused, residentMiB, slow);
    }

    private Window part(PacedLoad load, Customers customers, Customers.Mood mood) {
        customers.become(mood);
        load.run(plan.settle());
        long from = System.nanoTime();
        load.run(plan.measured());
        return new Window(from, System.nanoTime());
    }

    private SlowPart slow(Installation installation, Customers customers, Reporter reporter) {
        Gauges gauges = new Gauges(installation);
        try (ResidentMemory memory = new ResidentMemory(installation)) {
            customers.become(Customers.Mood.ALL_SLOW);
            int reported = reportAtOnce(reporter, gauges);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (journeys.lost() > 0 && System.nanoTime() < deadline) {
                gauges.look();
                Waiting.pause(STEP);
            }
            return new SlowPart(reported, gauges.mostInFlight(), gauges.mostInHand(), memory.highestMiB());
        }
    }

    private int reportAtOnce(Reporter reporter, Gauges gauges) {
        int accepted = 0;
        while (accepted < plan.slow()) {
            int first = journeys.next(HostilePlan.BATCH);
            if (first < 0) return accepted;
            if (reporter.report(first, HostilePlan.BATCH, System.nanoTime())) accepted += HostilePlan.BATCH;
            else Waiting.pause(STEP);
            gauges.look();
        }
        return accepted;
    }

    /** Until everything accepted has come, or time is over: what is missing is counted. */
    private void awaitTheRest() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (journeys.lost() > 0 && System.nanoTime() < deadline) Waiting.pause(STEP);
    }
}
