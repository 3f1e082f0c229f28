package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Query;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** find: the first documents at once, the rest when they are asked for. */
record FindCommand(Fields command) {

    Document run(@Nullable StoreCollection collection, String namespace, OpenCursors cursors) {
        if (collection == null) {
            return Replies.firstBatch(namespace, List.of(), 0);
        }
        Document fields = command.document("projection");
        UnaryOperator<List<Document>> projection =
                fields.isEmpty() ? UnaryOperator.identity() : found -> collection.project(found, fields);
        StoreCursor cursor = cursors.open(Portions.of(collection.find(query())), projection);
        boolean single = command.flag("singleBatch", false) || command.number("limit") < 0;
        return cursors.firstBatch(cursor, namespace, command.number("batchSize"), single);
    }

    private Query query() {
        return new Query(
                command.document("filter"),
                command.document("sort"),
                command.number("skip"),
                Math.abs(command.number("limit")));
    }
}
