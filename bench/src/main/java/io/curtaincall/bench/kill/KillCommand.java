package io.curtaincall.bench.kill;

import io.curtaincall.bench.running.Shape;
import io.curtaincall.bench.running.WorkFolder;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends with 1 when a promise was broken. */
@Command(
        name = "kill",
        mixinStandardHelpOptions = true,
        description = "kill -9 at random moments under load: nothing accepted may be lost, every request recorded.")
public final class KillCommand implements Callable<Integer> {
    @Option(names = "--rounds", description = "kills (default ${DEFAULT-VALUE})")
    private int rounds = 20;

    @Option(names = "--rate", description = "events a second (default ${DEFAULT-VALUE})")
    private int rate = 200;

    @Option(names = "--seed", description = "draws the moments and the victims (default: a new one each time)")
    private @Nullable Long seed;

    @Option(names = "--longest-life", description = "most seconds between kills (default ${DEFAULT-VALUE})")
    private int longestLife = 6;

    @Option(names = "--shape", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Shape shape = Shape.ALL_IN_ONE;

    @Override
    public Integer call() {
        long drawn = seed == null ? System.nanoTime() : seed;
        System.out.println("seed " + drawn);
        try (WorkFolder folder = WorkFolder.create()) {
            KillPlan plan = new KillPlan(shape, rounds, rate, drawn, Duration.ofSeconds(longestLife));
            KillFigures figures = new KillRun(plan, folder.path(), System.out::println).run();
            System.out.println(figures);
            return figures.everyPromiseKept() ? 0 : 1;
        }
    }
}
