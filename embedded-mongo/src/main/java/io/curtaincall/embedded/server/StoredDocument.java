package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/** A document on its way out as the bytes it is stored in, within one that {@link ReplyEncoder} takes it out of. */
@SuppressWarnings("ArrayRecordComponent") // what is stored is never changed
record StoredDocument(byte[] bytes) {
    private static final String WITHIN = "";

    static Document unread(byte[] bytes) {
        return new Document(WITHIN, new StoredDocument(bytes));
    }

    static @Nullable StoredDocument in(Object value) {
        return value instanceof Document document && document.get(WITHIN) instanceof StoredDocument stored
                ? stored
                : null;
    }
}
