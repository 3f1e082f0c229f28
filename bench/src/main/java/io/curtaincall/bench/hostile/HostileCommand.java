package io.curtaincall.bench.hostile;

import io.curtaincall.bench.running.WorkFolder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Ends with 1 when something accepted did not come; how long things took is for the reader to judge. */
@Command(
        name = "hostile",
        mixinStandardHelpOptions = true,
        description = "What receivers that drip, hang and reset cost the others, and what callbacks in flight to slow"
                + " ones take in memory.")
public final class HostileCommand implements Callable<Integer> {
    @Option(names = "--endpoints", description = "receivers (default ${DEFAULT-VALUE})")
    private int endpoints = 50;

    @Option(names = "--hostile", description = "how many of them are hostile in B (default ${DEFAULT-VALUE})")
    private int hostile = 5;

    @Option(names = "--rate", description = "events a second (default ${DEFAULT-VALUE})")
    private int rate = 100;

    @Option(names = "--warm-up", description = "seconds before all else (default ${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(names = "--rounds", description = "of A and B (default ${DEFAULT-VALUE})")
    private int rounds = 2;

    @Option(names = "--settle", description = "seconds at the start of A and B not measured (default ${DEFAULT-VALUE})")
    private int settle = 12;

    @Option(names = "--seconds", description = "seconds of A and B measured (default ${DEFAULT-VALUE})")
    private int seconds = 20;

    @Option(names = "--slow", description = "callbacks at once to slow receivers at the end (default ${DEFAULT-VALUE})")
    private int slow = 8_000;

    @Option(
            names = "--set",
            description = "a setting of the Curtaincall that is measured, as of 'up'; with"
                    + " dispatch.delivery.circuit.window=1000000 nobody is left alone for failing")
    private List<String> settings = List.of();

    @Option(names = "--no-judge", negatable = true, description = "end with 0 though the aims are missed")
    private boolean judge = true;

    @Override
    public Integer call() {
        try (WorkFolder folder = WorkFolder.create()) {
            HostilePlan plan = new HostilePlan(
                    endpoints,
                    hostile,
                    rate,
                    Duration.ofSeconds(warmUp),
                    rounds,
                    Duration.ofSeconds(settle),
                    Duration.ofSeconds(seconds),
                    slow);
            HostileFigures figures = new HostileRun(plan, folder.path(), settings.toArray(String[]::new)).run();
            System.out.println(figures);
            return figures.nothingLost() && (figures.isAsAimed() || !judge) ? 0 : 1;
        }
    }
}
