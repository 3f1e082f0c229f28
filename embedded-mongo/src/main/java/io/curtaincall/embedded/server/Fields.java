package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;

/** Reads the fields of commands and replies, with what their absence means. */
record Fields(Document of) {
    Document document(String name) {
        return of.get(name) instanceof Document document ? document : new Document();
    }

    List<?> list(String name) {
        return of.get(name) instanceof List<?> list ? list : List.of();
    }

    int number(String name) {
        return of.get(name) instanceof Number number ? number.intValue() : 0;
    }

    boolean flag(String name, boolean unless) {
        return Utils.isTrue(of.getOrDefault(name, unless));
    }
}
