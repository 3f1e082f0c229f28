package io.curtaincall.bench.deliver;

import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.bench.running.WorkFolder;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** One event after another on an idle installation: how long after the receiver was called its record is found. */
@Command(
        name = "visible",
        mixinStandardHelpOptions = true,
        description = "How soon a callback's record is found by a query, when idle.")
public final class VisibleCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(300);

    @Option(names = "--events", description = "how many (default ${DEFAULT-VALUE})")
    private int events = 50;

    @Option(names = "--warm-up", description = "events before those (default ${DEFAULT-VALUE})")
    private int warmUp = 50;

    @Option(names = "--shape", description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE})")
    private Shape shape = Shape.ALL_IN_ONE;

    @Override
    public Integer call() {
        AtomicLong called = new AtomicLong();
        try (WorkFolder folder = WorkFolder.create();
                CallbackReceiver receiver = CallbackReceiver.startForgetful(request -> called.set(System.nanoTime()));
                Installation installation = Installation.start(shape, folder.path())) {
            CurtaincallApi api = installation.asDemo();
            api.addConfig(EventText.DOMAIN, receiver.url("/visible")).expect(201);
            for (int i = 0; i < warmUp; i++) nanosUntilVisible(api, "warm-up-" + i, called);
            long[] nanos = new long[events];
            for (int i = 0; i < events; i++) nanos[i] = nanosUntilVisible(api, "stream-" + i, called);
            System.out.println("visible after the receiver was called, " + events + " events, idle: "
                    + new Latencies(LongStream.of(nanos)));
            return 0;
        }
    }

    private static long nanosUntilVisible(CurtaincallApi api, String stream, AtomicLong called) {
        called.set(0);
        api.report(LiveEvents.over(EventText.DOMAIN, "live", stream).json()).expect(202);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (called.get() == 0 && System.nanoTime() < deadline) Waiting.pause(Duration.ofMillis(1));
        while (called.get() == 0
                || api.records("pageSize=1&stream=" + stream)
                        .expect(200)
                        .json()
                        .at("/records")
                        .isEmpty()) {
            if (System.nanoTime() > deadline) throw new IllegalStateException(stream + " is never visible");
        }
        long nanos = System.nanoTime() - called.get();
        Waiting.pause(BETWEEN);
        return nanos;
    }
}
