package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** The number of documents an insert stored: without those refused, and without those after an ordered end. */
final class InsertReply {
    private InsertReply() {}

    static Document corrected(Document command, Document reply) {
        List<?> errors = new Fields(reply).list("writeErrors");
        if (!errors.isEmpty()) {
            int firstError = new Fields((Document) errors.getFirst()).number("index");
            int all = new Fields(command).list("documents").size();
            boolean ordered = new Fields(command).flag("ordered", true);
            reply.put("n", ordered ? firstError : all - errors.size());
        }
        return reply;
    }
}
