package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.query.Found;
import io.curtaincall.embedded.query.Results;
import io.curtaincall.embedded.store.DocumentCodec;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;

/** Documents that are handed out a few at a time. */
interface Portions {
    List<Document> take(int most, long bytes);

    boolean hasMore();

    /** @param form what is handed out of each document found */
    static Portions of(Results results, Function<Found, Document> form) {
        return new Portions() {
            @Override
            public List<Document> take(int most, long bytes) {
                return results.take(most, bytes).stream().map(form).toList();
            }

            @Override
            public boolean hasMore() {
                return results.hasMore();
            }
        };
    }

    static Portions of(List<Document> documents) {
        Iterator<Document> rest = documents.iterator();
        return new Portions() {
            @Override
            public List<Document> take(int most, long bytes) {
                List<Document> taken = new ArrayList<>();
                long size = 0;
                while (taken.size() < most && size < bytes && rest.hasNext()) {
                    Document next = rest.next();
                    size += DocumentCodec.encode(next).length;
                    taken.add(next);
                }
                return taken;
            }

            @Override
            public boolean hasMore() {
                return rest.hasNext();
            }
        };
    }
}
