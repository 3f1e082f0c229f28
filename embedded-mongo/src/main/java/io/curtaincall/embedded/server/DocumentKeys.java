package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.curtaincall.embedded.key.KeyWriter;
import org.jspecify.annotations.Nullable;

/** The key by which a document is kept. */
final class DocumentKeys {
    private static final int LONGEST = 0xffff;

    private DocumentKeys() {}

    /** Only the list of indexes has no id field; an index is known by its namespace and name. */
    static byte[] of(Document document, @Nullable String idField) {
        byte[] key = idField == null
                ? new KeyWriter()
                        .value(document.get("ns"), true)
                        .value(document.get("name"), true)
                        .toBytes()
                : KeyWriter.key(document.get(idField));
        if (key.length > LONGEST) {
            throw new MongoServerError(17280, "The _id is too long.");
        }
        return key;
    }
}
