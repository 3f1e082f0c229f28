package io.curtaincall.query.ondemand;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Indexes.ascending;
import static com.mongodb.client.model.Sorts.descending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import io.curtaincall.query.page.RecordKey;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows, keyed by their events; every index ends in the key, so that a page is one walk of an index. */
@Component
class DecisionRecords {
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(ascending("account", "_id")),
            new IndexModel(ascending("account", "domain", "_id")),
            new IndexModel(ascending("account", "stream", "_id")));

    private final MongoCollection<Document> rows;

    DecisionRecords(MongoDatabase database) {
        rows = database.getCollection(OnDemandDecisionsProjection.NAME);
        rows.createIndexes(INDEXES);
    }

    /** One round trip for all; writing a row again changes nothing. */
    void write(List<DecisionRow> batch) {
        List<ReplaceOneModel<Document>> writes = batch.stream()
                .map(row -> new ReplaceOneModel<>(
                        eq("_id", row.key().value()), row.stored(), new ReplaceOptions().upsert(true)))
                .toList();
        rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    /** Drops rather than deletes, as that takes the same time for any number of rows. */
    void empty() {
        rows.drop();
        rows.createIndexes(INDEXES);
    }

    /** At most {@code limit} rows that match and come after the key, newest first. */
    List<DecisionRow> newest(DecisionsFilter filter, @Nullable RecordKey after, int limit) {
        return rows.find(filter.rows(after))
                .sort(descending("_id"))
                .limit(limit)
                .batchSize(limit)
                .map(DecisionRow::ofStored)
                .into(new ArrayList<>());
    }
}
