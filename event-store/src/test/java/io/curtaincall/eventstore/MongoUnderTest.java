package io.curtaincall.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.embedded.EmbeddedMongo;
import java.util.UUID;
import java.util.stream.Stream;

/** The servers the contract is held against: ours in every build, any other named by {@code MONGODB_URI} as well. */
record MongoUnderTest(String name, String uri) {
    private static final MongoUnderTest EMBEDDED = embedded();

    static Stream<MongoUnderTest> all() {
        String uri = System.getenv("MONGODB_URI");
        return uri == null ? Stream.of(EMBEDDED) : Stream.of(EMBEDDED, new MongoUnderTest("MONGODB_URI", uri));
    }

    private static MongoUnderTest embedded() {
        return new MongoUnderTest("the embedded store", EmbeddedMongo.inMemory().uri());
    }

    static MongoClient client(String uri) {
        return MongoClients.create(uri);
    }

    static MongoDatabase freshDatabase(MongoClient client) {
        return client.getDatabase("test-" + UUID.randomUUID());
    }

    @Override
    public String toString() {
        return name;
    }
}
