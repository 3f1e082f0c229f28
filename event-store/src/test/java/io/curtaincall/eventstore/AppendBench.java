package io.curtaincall.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.embedded.EmbeddedMongo;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.eventhandling.TrackingEventStream;

/** Appends as fast as it can, with a reader at the tail; run by hand: {@code AppendBench [seconds] [uri]}. */
final class AppendBench {
    private static final Happened PAYLOAD = new Happened("x".repeat(400));
    private static final PrintStream OUT = System.out;

    private final OneProcess process;
    private final Duration window;
    private final AtomicLong streams = new AtomicLong();

    private AppendBench(OneProcess process, Duration window) {
        this.process = process;
        this.window = window;
    }

    public static void main(String[] arguments) throws Exception {
        Duration window = Duration.ofSeconds(arguments.length > 0 ? Long.parseLong(arguments[0]) : 5);
        if (arguments.length > 1) {
            run(arguments[1], window);
            return;
        }
        try (EmbeddedMongo store = EmbeddedMongo.open(
                Files.createTempDirectory("append-bench"),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            run(store.uri(), window);
        }
    }

    private static void run(String uri, Duration window) throws Exception {
        try (MongoClient client = MongoClients.create(uri);
                OneProcess process = new OneProcess(MongoUnderTest.freshDatabase(client))) {
            AppendBench bench = new AppendBench(process, window);
            bench.measure(64, 1); // warms up
            for (int threads : new int[] {1, 8, 64}) {
                bench.measure(threads, 1);
                bench.measure(threads, 100);
            }
        }
    }

    private void measure(int threads, int batch) throws Exception {
        long deadline = System.nanoTime() + window.toNanos();
        try (var executor = Executors.newVirtualThreadPerTaskExecutor();
                TrackingEventStream tail = process.store.openStream(process.store.createHeadToken())) {
            Future<List<Long>> reader = executor.submit(() -> read(tail, deadline));
            List<Future<List<Long>>> writers = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                writers.add(executor.submit(() -> write(batch, deadline)));
            }
            List<Long> appends = new ArrayList<>();
            for (Future<List<Long>> writer : writers) {
                appends.addAll(writer.get());
            }
            OUT.printf(
                    "%2d threads x %3d events: %,8d events/s; append ms p50 %.1f p99 %.1f; append to reader ms p50 %d p99 %d%n",
                    threads,
                    batch,
                    (long) appends.size() * batch / window.toSeconds(),
                    quantile(appends, 0.5) / 1e6,
                    quantile(appends, 0.99) / 1e6,
                    quantile(reader.get(), 0.5),
                    quantile(reader.get(), 0.99));
        }
    }

    private List<Long> write(int batch, long deadline) {
        List<Long> nanos = new ArrayList<>();
        while (System.nanoTime() < deadline) {
            String stream = "s" + streams.incrementAndGet();
            List<NewEvent> events = new ArrayList<>();
            for (int i = 0; i < batch; i++) {
                events.add(new NewEvent("Thing", stream, i, PAYLOAD));
            }
            long start = System.nanoTime();
            process.appender.append(events);
            nanos.add(System.nanoTime() - start);
        }
        return nanos;
    }

    /** Milliseconds from an event's stamp to its reader. */
    private List<Long> read(TrackingEventStream tail, long deadline) throws InterruptedException {
        List<Long> millis = new ArrayList<>();
        while (System.nanoTime() < deadline) {
            if (tail.hasNextAvailable(10, java.util.concurrent.TimeUnit.MILLISECONDS)) {
                millis.add(process.now().toEpochMilli()
                        - tail.nextAvailable().getTimestamp().toEpochMilli());
            }
        }
        return millis;
    }

    private static long quantile(List<Long> values, double quantile) {
        return values.stream()
                .sorted()
                .skip((long) (values.size() * quantile))
                .findFirst()
                .orElse(0L);
    }
}
