package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Updates;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreGrowthIT {
    private static final int DOCUMENTS = 5000;
    /** Ten times what is live; all rewriting together is more than twenty times what is live. */
    private static final long MOST_BYTES = 10 * DOCUMENTS * 1000L;

    @TempDir
    private Path folder;

    @Test
    void rewriting_the_same_documents_reuses_their_space() throws IOException {
        try (EmbeddedMongo open = open();
                MongoClient client = MongoClients.create(open.uri())) {
            MongoCollection<Document> things = client.getDatabase("curtaincall").getCollection("things");
            things.createIndex(new Document("n", 1));
            things.insertMany(IntStream.range(0, DOCUMENTS)
                    .mapToObj(i -> new Document("_id", i).append("n", 0).append("text", "x".repeat(950)))
                    .toList());
            for (int i = 0; i < 3000; i++) {
                things.updateOne(new Document("_id", i * 7 % DOCUMENTS), Updates.inc("n", i));
            }
            for (int i = 0; i < 20; i++) {
                things.updateMany(new Document(), Updates.inc("n", 1));
            }
            assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(MOST_BYTES);
        }
        assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(MOST_BYTES);
    }

    private EmbeddedMongo open() {
        return EmbeddedMongo.open(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    }
}
