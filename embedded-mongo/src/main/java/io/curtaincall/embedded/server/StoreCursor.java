package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.UnaryOperator;

/** A query whose results are read as the client asks for them. */
final class StoreCursor implements Cursor {
    private static final int DOCUMENTS = 1000;
    private static final int BYTES = 8 << 20;

    private final long id;
    private final Portions portions;
    private final UnaryOperator<List<Document>> projection;
    private final Clock clock;
    private Instant used;

    StoreCursor(long id, Portions portions, UnaryOperator<List<Document>> projection, Clock clock) {
        this.id = id;
        this.portions = portions;
        this.projection = projection;
        this.clock = clock;
        this.used = clock.instant();
    }

    @Override
    public long getId() {
        return id;
    }

    @Override
    public synchronized boolean isEmpty() {
        return !portions.hasMore();
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        used = clock.instant();
        return projection.apply(portions.take(wanted > 0 ? wanted : DOCUMENTS, BYTES));
    }

    synchronized boolean idleSince(Instant time) {
        return used.isBefore(time);
    }
}
