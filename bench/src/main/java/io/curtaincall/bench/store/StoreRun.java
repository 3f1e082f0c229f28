package io.curtaincall.bench.store;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import io.curtaincall.embedded.EmbeddedMongo;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import org.bson.Document;

/** One size: load, ask, reopen, ask again. */
final class StoreRun {
    private static final int WRITERS = 8;
    private static final int BATCH = 100;
    private static final int SINGLES = 4_000;
    private static final int TIMES = 21;

    private final Path folder;
    private final int size;
    private final PrintStream out;

    StoreRun(Path folder, int size, PrintStream out) {
        this.folder = folder;
        this.size = size;
        this.out = out;
    }

    void run() throws Exception {
        out.printf(Locale.ROOT, "--- %,d commits and as many records%n", size);
        try (EmbeddedMongo store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("bench");
            load(database);
            ask(database);
        }
        out.printf(Locale.ROOT, "file when closed %.0f MB%n", Files.size(folder.resolve("store.mv")) / 1e6);
        long start = System.nanoTime();
        try (EmbeddedMongo store = open();
                MongoClient client = MongoClients.create(store.uri())) {
            MongoDatabase database = client.getDatabase("bench");
            database.getCollection("records").find().first();
            out.printf(Locale.ROOT, "reopened and answered in %.2f s%n", seconds(start));
            ask(database);
        }
    }

    private EmbeddedMongo open() {
        return EmbeddedMongo.open(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }

    private void load(MongoDatabase database) throws Exception {
        MongoCollection<Document> commits = database.getCollection("commits");
        commits.createIndex(new Document("e.a", 1).append("e.s", 1), new IndexOptions().unique(true));
        MongoCollection<Document> records = database.getCollection("records");
        records.createIndex(new Document("domain", 1).append("stream", 1).append("t", -1));
        records.createIndex(new Document("status", 1).append("t", 1));
        insert("commits", commits, 0, size, BATCH, Rows::commit);
        insert("records", records, 0, size, BATCH, Rows::record);
        insert("more commits", commits, size, SINGLES, 1, Rows::commit);
        out.printf(
                Locale.ROOT,
                "file %.0f MB, heap %.0f MB%n",
                Files.size(folder.resolve("store.mv")) / 1e6,
                heapMegabytes());
    }

    private void insert(
            String what, MongoCollection<Document> into, long first, int count, int batch, LongFunction<Document> row)
            throws Exception {
        AtomicLong next = new AtomicLong(first);
        long end = first + count;
        Callable<Void> writer = () -> {
            for (long from = next.getAndAdd(batch); from < end; from = next.getAndAdd(batch)) {
                into.insertMany(LongStream.range(from, Math.min(end, from + batch))
                        .mapToObj(row)
                        .toList());
            }
            return null;
        };
        long start = System.nanoTime();
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            List<Future<Void>> all = new ArrayList<>();
            for (int i = 0; i < WRITERS; i++) all.add(writers.submit(writer));
            for (Future<Void> each : all) each.get();
        }
        out.printf(
                Locale.ROOT,
                "%s, %d writers, %d at once: %,.0f documents/s%n",
                what,
                WRITERS,
                batch,
                count / seconds(start));
    }

    private void ask(MongoDatabase database) throws IOException {
        Query.all(database, size).forEach((name, query) -> {
            long[] nanos = LongStream.range(0, TIMES)
                    .map(i -> {
                        long start = System.nanoTime();
                        query.run();
                        return System.nanoTime() - start;
                    })
                    .sorted()
                    .toArray();
            out.printf(
                    Locale.ROOT,
                    "%-32s median %8.2f ms, longest %8.2f ms%n",
                    name,
                    nanos[TIMES / 2] / 1e6,
                    nanos[TIMES - 1] / 1e6);
        });
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static double heapMegabytes() {
        System.gc();
        return (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()) / 1e6;
    }
}
