package io.curtaincall.dialects.admission;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.problem.Problem.Unavailable;
import java.time.Clock;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.bson.Document;

/**
 * The nonces of signed requests: each is taken once, by whichever process is asked first. The unique id of a row in the
 * store decides; the newest ones are also kept in memory, so that a replay to the same process costs the store nothing.
 */
public final class UsedNonces {
    static final String COLLECTION = "dialects.nonces";
    private static final int IN_MEMORY = 10_000;

    private final ExpiringRows rows;
    private final Set<String> newest = Collections.synchronizedSet(Collections.newSetFromMap(new Newest()));

    public UsedNonces(MongoDatabase database, Clock clock) {
        rows = new ExpiringRows(database, COLLECTION, clock);
    }

    /** Whether this process remembers it; if not, only {@link #take} can tell. */
    public boolean isKnown(String keyId, String nonce) {
        return newest.contains(id(keyId, nonce));
    }

    /**
     * @param until from when on the request is too old anyway
     * @return false if it was used before
     * @throws io.curtaincall.access.problem.RefusedException {@code Unavailable}
     */
    public boolean take(String keyId, String nonce, Instant until) {
        String id = id(keyId, nonce);
        if (newest.contains(id)) return false;
        boolean taken = insert(new Document("_id", id).append(ExpiringRows.EXPIRES_AT, until));
        newest.add(id);
        if (taken) rows.written();
        return taken;
    }

    private static String id(String keyId, String nonce) {
        return keyId + "/" + nonce;
    }

    private boolean insert(Document row) {
        try {
            rows.collection().insertOne(row);
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) return false;
            throw new Unavailable("the store did not take a nonce").refused();
        } catch (MongoException e) {
            throw new Unavailable("the store cannot be reached").refused();
        }
    }

    private static final class Newest extends LinkedHashMap<String, Boolean> {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > IN_MEMORY;
        }
    }
}
