package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Found;
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
        StoreCursor cursor = open(collection, cursors);
        boolean single = command.flag("singleBatch", false) || command.number("limit") < 0;
        return cursors.firstBatch(cursor, namespace, command.number("batchSize"), single);
    }

    private StoreCursor open(StoreCollection collection, OpenCursors cursors) {
        Document fields = command.document("projection");
        return fields.isEmpty()
                ? cursors.open(Portions.of(collection.find(query()), this::whole), UnaryOperator.identity())
                : cursors.open(
                        Portions.of(collection.find(query()), Found::document),
                        found -> collection.project(found, fields));
    }

    /** Only messages name their database; the replies to older requests are not written by {@link ReplyEncoder}. */
    private Document whole(Found found) {
        return command.of().containsKey("$db") ? StoredDocument.unread(found.bytes()) : found.document();
    }

    private Query query() {
        return new Query(
                command.document("filter"),
                command.document("sort"),
                command.number("skip"),
                Math.abs(command.number("limit")));
    }
}
