package io.curtaincall.eventstore;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.InsertManyOptions;
import java.time.Clock;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Puts a tombstone on indexes that will never have an event. One each: whoever still means to insert there, with however
 * many documents, meets it.
 */
final class Graveyard {
    private static final int AT_ONCE = 1_000;

    private final MongoCollection<StoredCommit> commits;
    private final Clock clock;

    Graveyard(MongoCollection<StoredCommit> commits, Clock clock) {
        this.commits = commits;
        this.clock = clock;
    }

    /** For the writer who owns the indexes and has given them up: nobody else will insert there. */
    void buryOwn(List<Long> indexes) {
        for (int first = 0; first < indexes.size(); first += AT_ONCE) {
            List<Long> some = indexes.subList(first, Math.min(indexes.size(), first + AT_ONCE));
            insert(some, new InsertManyOptions().ordered(false));
        }
    }

    /**
     * For a reader before somebody else's gap. From the front, and no further once the writer turns out to be alive: a
     * tombstone inside a commit would hide nothing, but mislead a reader that starts there.
     */
    void buryGap(long from, long to) {
        boolean open = true;
        for (long first = from; open && first <= to; first += AT_ONCE) {
            List<Long> some = LongStream.rangeClosed(first, Math.min(to, first + AT_ONCE - 1))
                    .boxed()
                    .toList();
            open = insert(some, new InsertManyOptions().ordered(true));
        }
    }

    private boolean insert(List<Long> indexes, InsertManyOptions options) {
        long now = clock.millis();
        List<StoredCommit> tombstones = indexes.stream()
                .map(index -> StoredCommit.tombstone(index, now))
                .toList();
        try {
            commits.insertMany(tombstones, options);
            return true;
        } catch (MongoBulkWriteException e) {
            boolean taken =
                    e.getWriteErrors().stream().allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!taken || e.getWriteConcernError() != null) {
                throw e;
            }
            return false;
        }
    }
}
