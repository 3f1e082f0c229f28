package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import de.bwaldvogel.mongo.MongoServer;
import io.curtaincall.embedded.server.StoreBackend;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FullDiskTest {
    private static final int OUT_OF_DISK_SPACE = 14031;

    @TempDir
    private static Path folder = Path.of("replaced by JUnit");

    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final MVStore file = new MVStore.Builder()
            .fileName(folder.resolve("full.mv").toString())
            .autoCommitDisabled()
            .open();
    private final Storage storage = new Storage(
            file, new SyncedVersion(folder.resolve("full.mv"), folder.resolve("synced")), new Room(left::get));
    private final MongoServer server = new MongoServer(new StoreBackend(storage, Clock.systemUTC()));
    private final MongoClient client = MongoClients.create(server.bindAndGetConnectionString() + "?retryWrites=false");

    @AfterEach
    void close() {
        client.close();
        server.shutdownNow();
    }

    @Test
    void while_the_disk_is_full_writes_are_refused_and_what_is_there_is_read_and_then_all_goes_on() {
        MongoCollection<Document> rows = client.getDatabase("curtaincall").getCollection("rows");
        rows.insertOne(new Document("_id", 1));

        left.set(0);
        await().atMost(Duration.ofSeconds(30)).until(storage::isFull);
        assertThatThrownBy(() -> rows.insertOne(new Document("_id", 2)))
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(OUT_OF_DISK_SPACE));
        assertThat(rows.find().first()).isEqualTo(new Document("_id", 1));

        left.set(Long.MAX_VALUE);
        await().atMost(Duration.ofSeconds(30)).until(() -> !storage.isFull());
        rows.insertOne(new Document("_id", 3));
        assertThat(rows.countDocuments()).isEqualTo(2);
        assertThat(storage.isBroken()).isFalse();
    }
}
