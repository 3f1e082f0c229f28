package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes aggregations of one database. */
record Aggregations(StoreDatabase database, DatabaseResolver resolver, Oplog oplog) {
    Aggregation of(List<Document> pipeline, @Nullable StoreCollection collection) {
        return Aggregation.fromPipeline(pipeline, resolver, database, collection, oplog);
    }
}
