package io.curtaincall.eventstore;

import com.mongodb.MongoException;
import com.mongodb.client.MongoChangeStreamCursor;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.changestream.ChangeStreamDocument;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the watcher about each step of the counter where the server has change streams. It makes the watcher quicker and
 * is never relied upon: without it the watcher looks by itself.
 */
final class CounterSignals implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CounterSignals.class);
    private static final Duration MOST_WAIT = Duration.ofSeconds(1);

    private final MongoDatabase database;
    private final Runnable signal;
    private final Thread thread;
    private volatile boolean closed;

    CounterSignals(MongoDatabase database, Runnable signal) {
        this.database = database;
        this.signal = signal;
        this.thread = Thread.ofPlatform().name("event-store-signals").daemon().start(this::listen);
    }

    private void listen() {
        try {
            if (hasChangeStreams()) {
                follow(database.getCollection(GlobalCounter.COLLECTION));
            }
        } catch (MongoException | IllegalStateException e) {
            LOG.debug("No change streams here: {}", e.getMessage());
        }
    }

    /** A server that stands alone has none; asked all the same, the embedded one would answer with nothing, at once. */
    private boolean hasChangeStreams() {
        Document hello = database.runCommand(new Document("hello", 1));
        return hello.containsKey("setName") || "isdbgrid".equals(hello.getString("msg"));
    }

    /** The driver resumes a broken stream by itself; what it cannot resume, the watcher's own looking replaces. */
    private void follow(MongoCollection<Document> counters) {
        try (MongoChangeStreamCursor<ChangeStreamDocument<Document>> changes = counters.watch()
                .maxAwaitTime(MOST_WAIT.toMillis(), TimeUnit.MILLISECONDS)
                .cursor()) {
            while (!closed) {
                if (changes.tryNext() != null) {
                    signal.run();
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt(); // it may be waiting for a server that is gone
    }
}
