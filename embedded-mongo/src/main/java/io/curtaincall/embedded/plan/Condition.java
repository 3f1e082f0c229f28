package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * One part of a query that an index may answer.
 *
 * @param element the $elemMatch it stands in: conditions of one $elemMatch hold for the same element; 0 for none
 * @param exact whether an index that answers it makes looking at the document again needless
 * @param source the part of the query it was read from, or null when another part holds it too
 */
record Condition(
        String path,
        int element,
        Constraint constraint,
        boolean exact,
        @Nullable Document source) {}
