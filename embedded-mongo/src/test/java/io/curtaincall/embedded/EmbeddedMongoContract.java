package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What Curtaincall expects of a MongoDB, said through the driver. Runs on the embedded store, or on the server that
 * MONGODB_URI names.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class EmbeddedMongoContract {
    private @Nullable EmbeddedMongo embedded;
    private MongoClient client = MongoClients.create("mongodb://127.0.0.1:1");
    protected MongoDatabase database = client.getDatabase("none");
    protected MongoCollection<Document> collection = database.getCollection("none");

    @BeforeAll
    void start(@TempDir Path folder) {
        client.close();
        String given = System.getenv("MONGODB_URI");
        if (given == null) {
            embedded = EmbeddedMongo.open(folder, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            given = embedded.uri();
        }
        client = MongoClients.create(given);
        database = client.getDatabase("contract");
    }

    @BeforeEach
    void empty() {
        collection = database.getCollection(getClass().getSimpleName());
        collection.drop();
    }

    @AfterAll
    void stop() {
        collection.drop();
        client.close();
        if (embedded != null) {
            embedded.close();
        }
    }

    protected static Document json(String text) {
        return Document.parse(text);
    }

    protected void insert(String... documents) {
        for (String document : documents) {
            collection.insertOne(json(document));
        }
    }

    protected List<Object> ids(Bson filter) {
        return ids(filter, new Document("_id", 1));
    }

    protected List<Object> ids(Bson filter, Bson sort) {
        return collection.find(filter).sort(sort).map(found -> found.get("_id")).into(new ArrayList<>());
    }

    protected static MongoWriteException refused(ThrowingCallable write) {
        return catchThrowableOfType(MongoWriteException.class, write);
    }
}
