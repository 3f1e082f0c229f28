package io.curtaincall.bench.chaos;

import io.curtaincall.bench.chaos.OutageFigures.Outage;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Part;
import io.curtaincall.bench.running.Role;
import io.curtaincall.bench.running.Waiting;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Takes the store away in the middle of load, in two ways, and looks what is answered and what comes afterwards. */
final class OutageRun {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Beyond the time a report waits for the store, so that its answer is heard. */
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    /** What had been stored before the store went may still be answered. */
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(1);

    private final int rate;
    private final Duration before;
    private final Duration away;
    private final Path folder;
    private final Consumer<String> progress;

    /**
     * @param before how long the store is there each time before it goes
     * @param away how long it is away
     */
    OutageRun(int rate, Duration before, Duration away, Path folder, Consumer<String> progress) {
        this.rate = rate;
        this.before = before;
        this.away = away;
        this.folder = folder;
        this.progress = progress;
    }

    OutageFigures run() {
        try (Installation installation = Installation.startSeveral(2, folder, Load.SETTINGS);
                Load load = new Load(installation, rate, TIMEOUT)) {
            Part store = installation.part(Role.STORE);
            load.start();
            List<Outage> outages = new ArrayList<>();
            outages.add(outage(
                    "stopped and resumed",
                    load,
                    () -> store.process().pause(),
                    () -> store.process().resume()));
            outages.add(
                    outage("ended and restarted", load, () -> store.process().terminate(), store::restart));
            Waiting.pause(before);
            return new OutageFigures(outages, load.settle());
        }
    }

    private Outage outage(String how, Load load, Runnable goes, Runnable returns) {
        Waiting.pause(before);
        goes.run();
        Waiting.pause(LAST_ANSWERS);
        load.nodes().takeAnswers();
        Waiting.pause(away.minus(LAST_ANSWERS));
        Map<String, Long> answers = load.nodes().takeAnswers();
        returns.run();
        long back = System.nanoTime();
        long received = load.receipts().total();
        Waiting.until(PATIENCE, () -> load.nodes().takeAnswers().containsKey("202") ? Boolean.TRUE : null);
        long acceptedAfter = millisSince(back);
        Waiting.until(PATIENCE, () -> load.receipts().total() > received ? Boolean.TRUE : null);
        Outage outage = new Outage(how, answers, acceptedAfter, millisSince(back));
        progress.accept(outage.toString().strip());
        return outage;
    }

    private static long millisSince(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
    }
}
