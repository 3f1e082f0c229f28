package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.store.DocumentCodec;

/** A document that matches, and how many bytes it takes. */
public record Found(Document document, int size) {
    static Found of(Document document) {
        return new Found(document, DocumentCodec.encode(document).length);
    }
}
