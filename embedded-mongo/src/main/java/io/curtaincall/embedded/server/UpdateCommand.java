package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** update: one by one, because an ordered bulk must end at its first error. */
final class UpdateCommand {
    private final List<Document> upserted = new ArrayList<>();
    private final List<Document> errors = new ArrayList<>();
    private int matched;
    private int modified;

    static Document run(Document command, UnaryOperator<Document> single) {
        UpdateCommand updates = new UpdateCommand();
        boolean ordered = new Fields(command).flag("ordered", true);
        List<?> parts = new Fields(command).list("updates");
        for (int i = 0; i < parts.size() && !(ordered && !updates.errors.isEmpty()); i++) {
            Document one = command.clone();
            one.put("updates", List.of(parts.get(i)));
            updates.add(i, single.apply(one));
        }
        return updates.reply();
    }

    private void add(int position, Document reply) {
        matched += new Fields(reply).number("n");
        modified += new Fields(reply).number("nModified");
        collect(reply, "upserted", position, upserted);
        collect(reply, "writeErrors", position, errors);
    }

    private static void collect(Document reply, String name, int position, List<Document> all) {
        if (reply.get(name) instanceof Iterable<?> found) {
            found.forEach(each -> all.add(((Document) each).append("index", position)));
        }
    }

    private Document reply() {
        Document reply = new Document("n", matched).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        return Replies.ok(reply);
    }
}
