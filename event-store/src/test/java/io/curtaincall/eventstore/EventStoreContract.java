package io.curtaincall.eventstore;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for the event store on every server, told in the classes that extend this one. */
@ParameterizedClass(name = "on {0}")
@MethodSource("io.curtaincall.eventstore.MongoUnderTest#all")
abstract class EventStoreContract {
    final MongoUnderTest server;
    final MongoClient client;
    final MongoDatabase database;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    EventStoreContract(MongoUnderTest server) {
        this.server = server;
        this.client = MongoUnderTest.client(server.uri());
        this.database = MongoUnderTest.freshDatabase(client);
    }

    OneProcess aProcess() {
        return opening(new OneProcess(database));
    }

    OneProcess aProcess(Clock clock) {
        return aProcess(clock, UnaryOperator.identity(), OneProcess.GAP_TIMEOUT);
    }

    OneProcess aProcess(Clock clock, UnaryOperator<GlobalIndexes> indexes, Duration gapTimeout) {
        return opening(new OneProcess(database, clock, indexes, gapTimeout));
    }

    <T extends AutoCloseable> T opening(T resource) {
        opened.push(resource);
        return resource;
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
        database.drop();
        client.close();
    }
}
