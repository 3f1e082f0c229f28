package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.bench.running.WorkFolder;
import io.curtaincall.testsupport.CallbackReceiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Starts a fresh Curtaincall and a receiver, reports events, and measures what comes out. */
@Command(
        name = "deliver",
        mixinStandardHelpOptions = true,
        description = "Callbacks per second, latency and memory, with store and receiver on this machine."
                + " Without --rate: first as many as can be, then 500 a second.")
public final class DeliverCommand implements Callable<Integer> {
    @Option(names = "--rate", description = "events a second")
    private int rate;

    @Option(names = "--seconds", description = "how long to measure (default ${DEFAULT-VALUE})")
    private int seconds = 20;

    @Option(names = "--warm-up", description = "seconds before that (default ${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(names = "--batch", description = "events in one request (default: 1, or 50 where as many as can be)")
    private int batch;

    @Option(names = "--shape", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Shape shape = Shape.ALL_IN_ONE;

    @Override
    public Integer call() {
        AtomicReference<Journeys> journeys = new AtomicReference<>(new Journeys(0, 0));
        AtomicReference<Load> load = new AtomicReference<>(time -> {});
        try (WorkFolder folder = WorkFolder.create();
                CallbackReceiver receiver = DeliverRun.receiver(journeys, load);
                Installation installation = Installation.start(shape, folder.path())) {
            installation
                    .asDemo()
                    .addConfig(EventText.DOMAIN, receiver.url("/bench"))
                    .expect(201);
            DeliverRun run = new DeliverRun(installation, journeys, load);
            boolean nothingLost = true;
            for (DeliverPlan plan : plans()) {
                DeliverFigures figures = run.run(plan);
                System.out.println(figures);
                nothingLost &= figures.nothingLost();
            }
            return nothingLost ? 0 : 1;
        }
    }

    private List<DeliverPlan> plans() {
        if (rate > 0) return List.of(plan(rate, batch > 0 ? batch : 1, warmUp));
        return List.of(plan(0, batch > 0 ? batch : 50, warmUp), plan(500, batch > 0 ? batch : 1, warmUp));
    }

    private DeliverPlan plan(int eventsPerSecond, int inOneRequest, int secondsBefore) {
        return new DeliverPlan(
                eventsPerSecond, inOneRequest, Duration.ofSeconds(secondsBefore), Duration.ofSeconds(seconds));
    }
}
