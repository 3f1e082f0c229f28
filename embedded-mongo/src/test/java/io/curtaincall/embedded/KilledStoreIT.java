package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 under load: everything answered is there, and every index agrees with the documents. */
class KilledStoreIT {
    private static final int ROUNDS = 4;
    private static final int WRITERS = 4;

    private final Queue<Long> answered = new ConcurrentLinkedQueue<>();
    private final AtomicLong ids = new AtomicLong();
    private final long seed = System.nanoTime();

    @TempDir
    private Path folder;

    @Test
    void nothing_answered_is_lost() throws Exception {
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ServedStore store = ServedStore.start(folder);
            try (MongoClient client = MongoClients.create(store.uri())) {
                MongoCollection<Document> commits =
                        client.getDatabase("curtaincall").getCollection("commits");
                check(commits);
                commits.createIndex(new Document("e.a", 1).append("e.s", 1), new IndexOptions().unique(true));
                int enough = answered.size() + 20 + random.nextInt(1500);
                writeUntilKilled(commits, enough, List.of(store::kill, client::close));
            }
        }
        ServedStore store = ServedStore.start(folder);
        try (MongoClient client = MongoClients.create(store.uri())) {
            check(client.getDatabase("curtaincall").getCollection("commits"));
        }
        store.kill();
    }

    private void writeUntilKilled(MongoCollection<Document> commits, int enough, List<Runnable> ending) {
        try (ExecutorService writers = Executors.newFixedThreadPool(WRITERS)) {
            for (int writer = 0; writer < WRITERS; writer++) {
                int batch = writer % 2 == 0 ? 1 : 20;
                writers.execute(() -> write(commits, batch));
            }
            Awaitility.await()
                    .atMost(30, TimeUnit.SECONDS)
                    .pollInterval(5, TimeUnit.MILLISECONDS)
                    .until(() -> answered.size() >= enough);
            ending.forEach(Runnable::run);
        }
    }

    private void write(MongoCollection<Document> commits, int batch) {
        try {
            while (true) {
                long first = ids.getAndAdd(batch);
                List<Long> written =
                        LongStream.range(first, first + batch).boxed().toList();
                commits.insertMany(written.stream().map(KilledStoreIT::commit).toList());
                answered.addAll(written);
            }
        } catch (MongoException | IllegalStateException expected) {
            // the store was killed, or the client closed
        }
    }

    private static Document commit(long id) {
        List<Document> events = List.of(event("a" + id % 7, id), event("b" + id, 0));
        return new Document("_id", id).append("e", events);
    }

    private static Document event(String aggregate, long sequence) {
        return new Document("a", aggregate).append("s", sequence);
    }

    private void check(MongoCollection<Document> commits) {
        List<Long> stored = commits.find().map(found -> found.getLong("_id")).into(new ArrayList<>());
        assertThat(stored).as("seed %d", seed).doesNotHaveDuplicates().containsAll(answered);
        List<Long> indexed = new ArrayList<>();
        for (int stream = 0; stream < 7; stream++) {
            commits.find(Filters.eq("e.a", "a" + stream)).forEach(found -> indexed.add(found.getLong("_id")));
        }
        assertThat(indexed).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(stored);
    }
}
