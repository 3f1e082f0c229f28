package io.curtaincall.bench.overhead;

import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.bench.running.WorkFolder;
import io.curtaincall.testsupport.CallbackReceiver;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The same page of records by our own API and by a dialect, in turns, so that both meet the same machine. */
@Command(
        name = "overhead",
        mixinStandardHelpOptions = true,
        description = "What a signed query in a dialect costs over the same query of our own API.")
public final class OverheadCommand implements Callable<Integer> {
    /** Keeps below the limit of calls that the dialect has for this query. */
    private static final Duration TURN = Duration.ofMillis(16);

    private static final double AIM = 1.5;

    @Option(names = "--records", description = "how many there are (default ${DEFAULT-VALUE})")
    private int records = 2000;

    @Option(names = "--queries", description = "of each kind (default ${DEFAULT-VALUE})")
    private int queries = 1000;

    @Option(names = "--warm-up", description = "seconds before those (default ${DEFAULT-VALUE})")
    private int warmUp = 20;

    @Option(names = "--shape", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Shape shape = Shape.ALL_IN_ONE;

    @Override
    public Integer call() {
        try (WorkFolder folder = WorkFolder.create();
                CallbackReceiver receiver = CallbackReceiver.startForgetful(request -> {});
                Installation installation = Installation.start(shape, folder.path())) {
            RecordsOfADomain asked = new RecordsOfADomain(installation);
            asked.fill(records, receiver);
            long warm = System.nanoTime() + Duration.ofSeconds(warmUp).toNanos();
            while (System.nanoTime() < warm) turn(asked);
            asked.requireSame();
            long[] own = new long[queries];
            long[] signed = new long[queries];
            for (int i = 0; i < queries; i++) {
                long[] turn = turn(asked);
                own[i] = turn[0];
                signed[i] = turn[1];
            }
            report(medianMillis(own), medianMillis(signed));
            return 0;
        }
    }

    private static long[] turn(RecordsOfADomain asked) {
        long start = System.nanoTime();
        long[] nanos = {nanos(asked::own), nanos(asked::signed)};
        long left = TURN.toNanos() - (System.nanoTime() - start);
        if (left > 0) Waiting.pause(Duration.ofNanos(left));
        return nanos;
    }

    private static long nanos(Runnable query) {
        long start = System.nanoTime();
        query.run();
        return System.nanoTime() - start;
    }

    private static double medianMillis(long[] nanos) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2] / 1e6;
    }

    private void report(double own, double signed) {
        System.out.printf(
                Locale.ROOT,
                "records of a domain, %d queries each in turns: own %.2f ms, dialect %.2f ms (medians), ratio %.2f (aim %.1f)%n",
                queries,
                own,
                signed,
                signed / own,
                AIM);
    }
}
