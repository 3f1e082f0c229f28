package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The system refuses to let the file grow in the middle of writing. */
class FullDiskIT {
    private static final int MOST_MIB = 2;
    private static final String FILLING = "x".repeat(20_000);

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void a_store_whose_file_cannot_grow_ends_and_has_lost_nothing_that_it_answered() throws Exception {
        List<Integer> answered = new ArrayList<>();
        ServedStore limited = ServedStore.startLimited(folder, MOST_MIB);
        try (MongoClient client = MongoClients.create(limited.uri())) {
            MongoCollection<Document> rows = rows(client);
            for (int id = 0; id < 1_000; id++) {
                rows.insertOne(new Document("_id", id).append("filling", FILLING + id));
                answered.add(id);
            }
        } catch (MongoException full) {
            assertThat(answered).isNotEmpty();
        }
        assertThat(limited.endsWithin(Duration.ofSeconds(30))).isTrue();

        ServedStore store = ServedStore.start(folder);
        try (MongoClient client = MongoClients.create(store.uri())) {
            assertThat(rows(client).find().map(row -> row.getInteger("_id")).into(new ArrayList<>()))
                    .containsAll(answered);
            rows(client).insertOne(new Document("_id", -1));
        } finally {
            store.kill();
        }
    }

    private static MongoCollection<Document> rows(MongoClient client) {
        return client.getDatabase("curtaincall").getCollection("rows");
    }
}
