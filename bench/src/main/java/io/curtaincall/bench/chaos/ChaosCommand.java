package io.curtaincall.bench.chaos;

import io.curtaincall.bench.running.WorkFolder;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends with 1 when a promise was broken. */
@Command(
        name = "chaos",
        mixinStandardHelpOptions = true,
        description = "Several dispatch processes on one store, killed and stopped at random under load: nothing may be"
                + " lost, every request recorded, no attempt recorded twice.")
public final class ChaosCommand implements Callable<Integer> {
    @Option(names = "--dispatchers", description = "dispatch processes (default ${DEFAULT-VALUE})")
    private int dispatchers = 3;

    @Option(names = "--rate", description = "events a second (default ${DEFAULT-VALUE})")
    private int rate = 100;

    @Option(names = "--seconds", description = "how long (default ${DEFAULT-VALUE})")
    private int seconds = 180;

    @Option(names = "--calm", description = "nobody is killed nor stopped: who is taken for dead all the same?")
    private boolean calm;

    @Option(names = "--seed", description = "draws moments, victims and fates (default: a new one each time)")
    private @Nullable Long seed;

    @Override
    public Integer call() {
        long drawn = seed == null ? System.nanoTime() : seed;
        System.out.println("seed " + drawn);
        try (WorkFolder folder = WorkFolder.create()) {
            ChaosPlan plan = new ChaosPlan(dispatchers, rate, Duration.ofSeconds(seconds), calm, drawn);
            ChaosFigures figures = new ChaosRun(plan, folder.path(), System.out::println).run();
            System.out.println(figures);
            return figures.kept().everyPromise() ? 0 : 1;
        }
    }
}
