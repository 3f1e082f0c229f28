package io.curtaincall.embedded.query;

import de.bwaldvogel.mongo.bson.Document;

/** A document that matches, and how many bytes it takes. */
record Found(Document document, int size) {}
