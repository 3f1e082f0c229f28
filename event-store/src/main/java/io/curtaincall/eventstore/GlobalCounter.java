package io.curtaincall.eventstore;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** The one document all writers step: what it has handed out is contiguous from 1 and never handed out twice. */
final class GlobalCounter implements GlobalIndexes {
    static final String COLLECTION = "counters";
    private static final String ID = "events";
    private static final String NEXT = "next";
    private static final FindOneAndUpdateOptions BEFORE =
            new FindOneAndUpdateOptions().returnDocument(ReturnDocument.BEFORE);

    private final MongoCollection<Document> counters;

    GlobalCounter(MongoDatabase database) {
        counters = database.getCollection(COLLECTION);
    }

    @Override
    public long take(int count) {
        return next(counters.findOneAndUpdate(eq("_id", ID), Updates.inc(NEXT, (long) count), BEFORE));
    }

    /** The highest index handed out so far, 0 at first. */
    long last() {
        return next(counters.find(eq("_id", ID)).first()) - 1;
    }

    /** Creates the counter if there is none, and moves it up if documents lie beyond it, as after a partial restore. */
    void ensureBeyond(long lastStored) {
        try {
            counters.updateOne(eq("_id", ID), Updates.max(NEXT, lastStored + 1), new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            counters.updateOne(eq("_id", ID), Updates.max(NEXT, lastStored + 1)); // another process created it
        }
    }

    private static long next(@Nullable Document counter) {
        if (counter == null) {
            throw new EventStoreException("The counter document of the event store has been removed");
        }
        return counter.getLong(NEXT);
    }
}
