package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;

/**
 * What is asked of a collection.
 *
 * @param sort empty for any order
 * @param limit 0 for all
 */
public record Query(Document filter, Document sort, long skip, long limit) {
    public static Query all(Document filter) {
        return new Query(filter, new Document(), 0, 0);
    }

    long wanted() {
        return limit == 0 ? 0 : skip + limit;
    }
}
