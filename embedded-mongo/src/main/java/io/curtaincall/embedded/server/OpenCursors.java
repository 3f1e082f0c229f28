package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Results;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Cursors that clients may come back to. Each keeps its version of the store, so forgotten ones must end. */
final class OpenCursors {
    private static final int FIRST_BATCH = 101;
    private static final Duration IDLE = Duration.ofMinutes(5);

    private final CursorRegistry registry;
    private final Clock clock;
    private final Map<Long, StoreCursor> open = new ConcurrentHashMap<>();

    OpenCursors(CursorRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    StoreCursor open(Results results, UnaryOperator<List<Document>> projection) {
        return new StoreCursor(registry.generateCursorId(), results, projection, clock);
    }

    Document firstBatch(StoreCursor cursor, String namespace, int batchSize, boolean single) {
        boolean kept = false;
        try {
            List<Document> batch = cursor.takeDocuments(batchSize > 0 ? batchSize : FIRST_BATCH);
            kept = !single && !cursor.isEmpty();
            if (kept) {
                registry.add(cursor);
                open.put(cursor.getId(), cursor);
            }
            return Replies.firstBatch(namespace, batch, kept ? cursor.getId() : 0);
        } finally {
            if (!kept) {
                cursor.close();
            }
        }
    }

    void close(long id) {
        StoreCursor cursor = open.remove(id);
        if (cursor != null) {
            cursor.close();
        }
    }

    /** Called from time to time: forgets what is finished, ends what nobody came back to. */
    void sweep() {
        Instant longAgo = clock.instant().minus(IDLE);
        open.values().forEach(cursor -> {
            if (cursor.isEmpty() || cursor.idleSince(longAgo)) {
                registry.remove(cursor);
                close(cursor.getId());
            }
        });
    }

    void closeAll() {
        open.keySet().forEach(this::close);
    }
}
