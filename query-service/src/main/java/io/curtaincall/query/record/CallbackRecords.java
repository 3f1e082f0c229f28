package io.curtaincall.query.record;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Indexes.compoundIndex;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.WriteModel;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.query.page.RecordKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rows, keyed by their events and ordered by key in every index, so that any page is one walk of an index from
 * where the last page ended. docs/queries.md says which question takes which index.
 */
@Component
class CallbackRecords {
    private static final List<IndexModel> INDEXES = List.of(
            index("account", "status"), index("account", "domain", "topic", "status"), index("account", "stream"));

    private final MongoCollection<BsonDocument> rows;

    CallbackRecords(MongoDatabase database) {
        rows = database.getCollection("query.callback-records", BsonDocument.class);
        rows.createIndexes(INDEXES);
    }

    private static IndexModel index(String... fields) {
        List<Bson> keys = new ArrayList<>(List.of(ascending(fields)));
        keys.add(ascending("_id"));
        return new IndexModel(compoundIndex(keys));
    }

    /** One round trip for all; writing a row again changes nothing. */
    void write(List<RecordRow> batch) {
        List<WriteModel<BsonDocument>> writes = new ArrayList<>(batch.size());
        for (RecordRow row : batch) {
            writes.add(new ReplaceOneModel<>(
                    eq("_id", row.key().value()), row.stored(), new ReplaceOptions().upsert(true)));
        }
        rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** Drops rather than deletes, as that takes the same time for any number of rows. */
    void empty() {
        rows.drop();
        rows.createIndexes(INDEXES);
    }

    /** At most {@code limit} rows that match and come after the key, newest first. */
    List<RecordRow> newest(RecordsFilter filter, @Nullable RecordKey after, int limit) {
        return newest(filter, after, 0, limit);
    }

    /** The same after as many as are to be skipped, which takes longer the more these are. */
    List<RecordRow> newest(RecordsFilter filter, int skip, int limit) {
        return newest(filter, null, skip, limit);
    }

    private List<RecordRow> newest(RecordsFilter filter, @Nullable RecordKey after, int skip, int limit) {
        List<RecordsFilter> walks = filter.walks();
        if (walks.size() == 1) {
            return walk(filter, after, limit)
                    .skip(skip)
                    .limit(limit)
                    .map(RecordRow::ofStored)
                    .into(new ArrayList<>());
        }
        return MergedWalks.newest(
                walks.stream().map(each -> walk(each, after, limit)).toList(), skip, limit);
    }

    private FindIterable<BsonDocument> walk(RecordsFilter filter, @Nullable RecordKey after, int limit) {
        return rows.find(filter.rows(after)).sort(descending("_id")).batchSize(limit);
    }

    /** Removes at most so many of the account's rows of the span, and tells how many it were. */
    int removeSome(AccountId account, Span span, int most) {
        RecordsFilter filter =
                new RecordsFilter(account, Set.of(), null, null, null, Set.of(), Set.of(), span.from(), span.to());
        List<BsonValue> keys = walk(filter, null, most)
                .limit(most)
                .projection(include("_id"))
                .map(row -> row.get("_id"))
                .into(new ArrayList<>());
        if (!keys.isEmpty()) rows.deleteMany(in("_id", keys));
        return keys.size();
    }

    /** Reads an index from end to end of what matches. */
    long count(RecordsFilter filter) {
        return rows.countDocuments(filter.rows(null));
    }
}
