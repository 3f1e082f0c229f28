package io.curtaincall.dialects.admission;

import com.mongodb.MongoException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows that count until a time. Who writes removes twice as many expired ones as come in, a few at a time, so that the
 * collection stays as small as what is valid: not every store that speaks the protocol has expiring indexes.
 */
final class ExpiringRows {
    static final String EXPIRES_AT = "expiresAt";
    static final int WRITES_PER_SWEEP = 64;
    private static final int ROWS_PER_SWEEP = 2 * WRITES_PER_SWEEP;
    private static final Logger log = LoggerFactory.getLogger(ExpiringRows.class);

    private final MongoCollection<Document> rows;
    private final Clock clock;
    private final AtomicLong writes = new AtomicLong();

    ExpiringRows(MongoDatabase database, String collection, Clock clock) {
        rows = database.getCollection(collection);
        rows.createIndex(Indexes.ascending(EXPIRES_AT));
        this.clock = clock;
    }

    MongoCollection<Document> collection() {
        return rows;
    }

    /** To be called after each write. */
    void written() {
        if (writes.incrementAndGet() % WRITES_PER_SWEEP == 0) sweep(clock.instant());
    }

    private void sweep(Instant now) {
        try {
            List<Object> expired = rows.find(Filters.lt(EXPIRES_AT, now))
                    .projection(Projections.include("_id"))
                    .sort(Indexes.ascending(EXPIRES_AT))
                    .limit(ROWS_PER_SWEEP)
                    .map(row -> row.get("_id"))
                    .into(new ArrayList<>());
            if (!expired.isEmpty()) rows.deleteMany(Filters.in("_id", expired));
        } catch (MongoException e) {
            log.debug("expired rows stay until the next sweep", e);
        }
    }
}
