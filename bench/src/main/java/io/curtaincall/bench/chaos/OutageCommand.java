package io.curtaincall.bench.chaos;

import io.curtaincall.bench.running.WorkFolder;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends with 1 when a promise was broken. */
@Command(
        name = "outage",
        mixinStandardHelpOptions = true,
        description = "The store goes away under load, stopped first and ended then: nothing may be half accepted nor"
                + " lost, and all goes on by itself.")
public final class OutageCommand implements Callable<Integer> {
    @Option(names = "--rate", description = "events a second (default ${DEFAULT-VALUE})")
    private int rate = 100;

    @Option(names = "--seconds", description = "seconds without the store, twice (default ${DEFAULT-VALUE})")
    private int seconds = 30;

    @Option(names = "--before", description = "seconds before, between and after (default ${DEFAULT-VALUE})")
    private int before = 20;

    @Override
    public Integer call() {
        try (WorkFolder folder = WorkFolder.create()) {
            OutageRun run = new OutageRun(
                    rate, Duration.ofSeconds(before), Duration.ofSeconds(seconds), folder.path(), System.out::println);
            OutageFigures figures = run.run();
            System.out.println(figures);
            return figures.everyPromise() ? 0 : 1;
        }
    }
}
