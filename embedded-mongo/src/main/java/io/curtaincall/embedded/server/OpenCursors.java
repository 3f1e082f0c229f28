package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Cursors that clients may come back to, until they are done or have been idle for long. */
final class OpenCursors {
    private static final int FIRST_BATCH = 101;
    private static final Duration IDLE = Duration.ofMinutes(10);

    private final CursorRegistry registry;
    private final Clock clock;
    private final Map<Long, StoreCursor> open = new ConcurrentHashMap<>();

    OpenCursors(CursorRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    StoreCursor open(Portions portions, UnaryOperator<List<Document>> projection) {
        return new StoreCursor(registry.generateCursorId(), portions, projection, clock);
    }

    Document firstBatch(StoreCursor cursor, String namespace, int batchSize, boolean single) {
        List<Document> batch = cursor.takeDocuments(batchSize > 0 ? batchSize : FIRST_BATCH);
        boolean kept = !single && !cursor.isEmpty();
        if (kept) {
            sweep();
            registry.add(cursor);
            open.put(cursor.getId(), cursor);
        }
        return Replies.firstBatch(namespace, batch, kept ? cursor.getId() : 0);
    }

    private void sweep() {
        Instant longAgo = clock.instant().minus(IDLE);
        open.values().removeIf(cursor -> {
            boolean gone = cursor.isEmpty() || cursor.idleSince(longAgo);
            if (gone) {
                registry.remove(cursor);
            }
            return gone;
        });
    }
}
