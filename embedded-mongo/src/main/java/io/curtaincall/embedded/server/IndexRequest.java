package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Set;

/** Refuses indexes that would be kept as something else than was asked for. */
final class IndexRequest {
    private static final Set<String> REFUSED = Set.of("partialFilterExpression", "collation", "wildcardProjection");

    private IndexRequest() {}

    static void check(Document command) {
        for (Object each : new Fields(command).list("indexes")) {
            Document index = (Document) each;
            for (String option : REFUSED) {
                if (index.containsKey(option)) {
                    throw refused("The index option " + option + " is not supported.");
                }
            }
            new Fields(index).document("key").forEach(IndexRequest::checkKind);
        }
    }

    private static void checkKind(String path, Object kind) {
        if (!(kind instanceof Number direction) || Math.abs(direction.doubleValue()) != 1.0 || path.contains("$**")) {
            throw refused("Only ascending and descending indexes are supported, not " + path + ": " + kind + ".");
        }
    }

    private static MongoServerError refused(String why) {
        return new MongoServerError(67, "CannotCreateIndex", why);
    }
}
