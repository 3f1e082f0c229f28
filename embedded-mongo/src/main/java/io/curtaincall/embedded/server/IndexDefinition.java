package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.List;

/** What createIndexes said. */
record IndexDefinition(String name, List<IndexKey> keys, boolean unique, boolean sparse) {}
