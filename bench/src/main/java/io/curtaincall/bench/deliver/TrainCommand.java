package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Role;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.bench.running.WorkFolder;
import io.curtaincall.testsupport.CallbackReceiver;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Command;

/**
 * A short load for a JVM that was told by {@code -XX:AOTCacheOutput} to keep what it learns (JEP 514, 515); the cache
 * is written as the process ends.
 */
@Command(name = "train", hidden = true, description = "A short load from which the JVM learns; measures nothing.")
public final class TrainCommand implements Callable<Integer> {
    private static final Duration UNTIL_WRITTEN = Duration.ofMinutes(3);
    private static final List<DeliverPlan> PLANS = List.of(
            new DeliverPlan(0, 50, Duration.ZERO, Duration.ofSeconds(8)),
            new DeliverPlan(100, 1, Duration.ZERO, Duration.ofSeconds(8)));

    @Override
    public Integer call() {
        AtomicReference<Journeys> journeys = new AtomicReference<>(new Journeys(0, 0));
        AtomicReference<Load> load = new AtomicReference<>(time -> {});
        try (WorkFolder folder = WorkFolder.create();
                CallbackReceiver receiver = DeliverRun.receiver(journeys, load);
                Installation installation = Installation.start(Shape.ALL_IN_ONE, folder.path())) {
            installation
                    .asDemo()
                    .addConfig(EventText.DOMAIN, receiver.url("/train"))
                    .expect(201);
            DeliverRun run = new DeliverRun(installation, journeys, load);
            boolean nothingLost = true;
            for (DeliverPlan plan : PLANS) nothingLost &= run.run(plan).nothingLost();
            installation.asDemo().records("pageSize=1000").expect(200);
            installation.part(Role.DISPATCH).process().terminate(UNTIL_WRITTEN);
            return nothingLost ? 0 : 1;
        }
    }
}
