package io.curtaincall.bench.chaos;

import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Disturbs several dispatch processes on one store under load, then holds them to what was promised. */
final class ChaosRun {
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final ChaosPlan plan;
    private final Path folder;
    private final Consumer<String> progress;

    ChaosRun(ChaosPlan plan, Path folder, Consumer<String> progress) {
        this.plan = plan;
        this.folder = folder;
        this.progress = progress;
    }

    ChaosFigures run() {
        try (Installation installation = Installation.startSeveral(plan.dispatchers(), folder, Load.SETTINGS);
                Load load = new Load(installation, plan.rate(), TIMEOUT)) {
            Disturbances disturbances = new Disturbances(load.nodes(), plan.seed(), progress);
            load.start();
            if (plan.calm()) Waiting.pause(plan.time());
            else disturbances.run(plan.time());
            return new ChaosFigures(plan, disturbances, load.takeovers(), load.settle());
        }
    }
}
