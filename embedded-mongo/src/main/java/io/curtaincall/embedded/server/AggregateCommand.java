package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Query;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** aggregate: the head of the pipeline is a query like any other, and counting is counting. */
record AggregateCommand(Document command, Aggregations aggregations) {

    Document run(@Nullable StoreCollection collection, String namespace, OpenCursors cursors) {
        List<Document> pipeline = Aggregation.parse(command.get("pipeline"));
        if (collection == null) {
            // made all the same, so that what is wrong in it is said
            aggregations.of(pipeline, null);
            return Replies.firstBatch(namespace, List.of(), 0);
        }
        PipelineHead head = PipelineHead.of(pipeline);
        String countField = head.countField();
        List<Document> found = countField == null ? aggregate(head, collection) : count(head, collection, countField);
        return cursors.firstBatch(
                cursors.open(Portions.of(found), UnaryOperator.identity()), namespace, batchSize(), false);
    }

    private List<Document> aggregate(PipelineHead head, StoreCollection collection) {
        Aggregation rest = aggregations.of(head.rest(), collection);
        return collection.find(head.query()).all(rest::runStages);
    }

    private static List<Document> count(PipelineHead head, StoreCollection collection, String field) {
        Query query = head.query();
        long found = Math.max(0, collection.count(query.filter()) - query.skip());
        int count = Math.toIntExact(query.limit() > 0 ? Math.min(query.limit(), found) : found);
        Object id = new Fields(head.rest().getFirst()).document("$group").get("_id");
        return count == 0 ? List.of() : List.of(new Document("_id", id).append(field, count));
    }

    private int batchSize() {
        return new Fields(new Fields(command).document("cursor")).number("batchSize");
    }
}
