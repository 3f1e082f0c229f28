package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The form of replies that carry documents. */
final class Replies {
    private Replies() {}

    static Document firstBatch(String namespace, List<Document> documents, long cursor) {
        return ok(new Document(
                "cursor", new Document("id", cursor).append("ns", namespace).append("firstBatch", documents)));
    }

    static Document ok(Document reply) {
        Utils.markOkay(reply);
        return reply;
    }
}
