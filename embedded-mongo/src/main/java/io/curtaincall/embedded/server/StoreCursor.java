package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.Cursor;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Found;
import io.curtaincall.embedded.query.Results;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** A query whose results are read as the client asks for them. */
final class StoreCursor implements Cursor {
    private static final int DOCUMENTS = 1000;
    private static final int BYTES = 8 << 20;

    private final long id;
    private final Results results;
    private final UnaryOperator<List<Document>> projection;
    private final Clock clock;
    private Instant used;

    StoreCursor(long id, Results results, UnaryOperator<List<Document>> projection, Clock clock) {
        this.id = id;
        this.results = results;
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
        boolean empty = !results.hasNext();
        if (empty) {
            results.close();
        }
        return empty;
    }

    @Override
    public synchronized List<Document> takeDocuments(int wanted) {
        used = clock.instant();
        int most = wanted > 0 ? wanted : DOCUMENTS;
        List<Document> taken = new ArrayList<>();
        long bytes = 0;
        while (taken.size() < most && bytes < BYTES && results.hasNext()) {
            Found found = results.next();
            bytes += found.size();
            taken.add(found.document());
        }
        return projection.apply(taken);
    }

    synchronized boolean idleSince(Instant time) {
        return used.isBefore(time);
    }

    synchronized void close() {
        results.close();
    }
}
