package io.curtaincall.embedded.plan;

import de.bwaldvogel.mongo.bson.Document;

/**
 * An $elemMatch of a field at the top of a document.
 *
 * @param element what the conditions within say they stand in
 * @param source the part of the query it was read from
 */
record ElementMatch(int element, String field, Document source) {}
