package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.ResidentMemory;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.testsupport.CallbackReceiver;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;

/** One load against a started installation, from the warm-up until the last callback has come. */
final class DeliverRun {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Installation installation;
    private final AtomicReference<Journeys> current;
    private final AtomicReference<Load> load;
    private int runs;

    /** @param current where the receiver notes what it gets; shared by all runs against one installation */
    DeliverRun(Installation installation, AtomicReference<Journeys> current, AtomicReference<Load> load) {
        this.installation = installation;
        this.current = current;
        this.load = load;
    }

    /** Listens for callbacks and notes each in whatever run is on. */
    static CallbackReceiver receiver(AtomicReference<Journeys> current, AtomicReference<Load> load) {
        return CallbackReceiver.startForgetful(request -> {
            Journeys journeys = current.get();
            int number = journeys.text().numberIn(request.rawBody());
            if (number >= 0 && journeys.received(number, System.nanoTime()))
                load.get().received();
        });
    }

    DeliverFigures run(DeliverPlan plan) {
        Journeys journeys = new Journeys(++runs, plan.capacity());
        current.set(journeys);
        CurtaincallApi api = installation.asDemo();
        Reporter reporter = new Reporter(api, journeys);
        load.set(plan.load(reporter, journeys));
        try (ResidentMemory memory = new ResidentMemory(installation)) {
            return run(plan, journeys, reporter, memory);
        }
    }

    private DeliverFigures run(DeliverPlan plan, Journeys journeys, Reporter reporter, ResidentMemory memory) {
        load.get().run(plan.warmUp());
        long from = System.nanoTime();
        load.get().run(plan.measured());
        Window window = new Window(from, System.nanoTime());
        Waiting.until(PATIENCE, () -> reporter.isIdle() ? Boolean.TRUE : null);
        awaitTheRest(journeys);
        return new DeliverFigures(plan, window, journeys, reporter.refused(), memory.highestMiB());
    }

    /**
     * Until everything accepted has come, or nothing more comes. Totals would not tell: what was stored but never
     * answered is received too.
     */
    private static void awaitTheRest(Journeys journeys) {
        long received = -1;
        while (journeys.lost() > 0 && journeys.receivedCount() != received) {
            received = journeys.receivedCount();
            awaitMoreThan(received, journeys);
        }
    }

    private static void awaitMoreThan(long received, Journeys journeys) {
        try {
            Waiting.until(PATIENCE, () -> journeys.receivedCount() > received ? Boolean.TRUE : null);
        } catch (IllegalStateException nothingMore) {
            // what is missing is counted
        }
    }
}
