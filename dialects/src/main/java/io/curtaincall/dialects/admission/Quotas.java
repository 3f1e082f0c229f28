package io.curtaincall.dialects.admission;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;

/**
 * How often an account may ask for an operation in each second, counted over all processes. A process that needs less
 * than a tenth of the limit in a second asks nobody; one that needs more tells a shared counter what it took and takes a
 * tenth at a time from there. So a quiet account costs no write, and n busy processes admit what one would.
 *
 * <p>Limiters at hand did not fit: Resilience4j counts in one process only, Bucket4j writes for each request.
 */
public final class Quotas {
    static final String COLLECTION = "dialects.quotas";
    private static final int SECONDS_KEPT = 60;
    private static final String TAKEN = "taken";

    private final ExpiringRows rows;
    private final Clock clock;
    private final Map<String, QuotaWindow> windows = new ConcurrentHashMap<>();

    public Quotas(MongoDatabase database, Clock clock) {
        rows = new ExpiringRows(database, COLLECTION, clock);
        this.clock = clock;
    }

    /**
     * @return false if the account has to wait for the next second
     * @throws io.curtaincall.access.problem.RefusedException {@code Unavailable}
     */
    public boolean take(AccountId account, String operation, int perSecond) {
        String key = account + "/" + operation;
        return windows.computeIfAbsent(key, k -> new QuotaWindow((second, count) -> takeShared(k, second, count)))
                .take(clock.instant().getEpochSecond(), perSecond);
    }

    /** Adds to the counter of all processes and tells what it was before. */
    private long takeShared(String key, long second, int count) {
        try {
            Document before = rows.collection()
                    .findOneAndUpdate(
                            Filters.eq("_id", key + "/" + second),
                            Updates.combine(
                                    Updates.inc(TAKEN, (long) count),
                                    Updates.setOnInsert(
                                            ExpiringRows.EXPIRES_AT, Instant.ofEpochSecond(second + SECONDS_KEPT))),
                            new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.BEFORE));
            rows.written();
            return before == null ? 0 : before.getLong(TAKEN);
        } catch (MongoException e) {
            throw new Unavailable("the store cannot be reached").refused();
        }
    }
}
