package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.backend.IndexKey;
import io.curtaincall.embedded.plan.KeySpace;
import java.util.List;
import org.h2.mvstore.MVMap;

/** The documents of a collection, which are kept in the order of their _id. */
record DocumentSpace(MVMap<byte[], byte[]> entries, List<IndexKey> fields) implements KeySpace {
    @Override
    public boolean multikey(int field) {
        return false;
    }

    @Override
    public byte[] documentKey(byte[] entry) {
        return entry;
    }

    @Override
    public boolean direct() {
        return true;
    }

    @Override
    public boolean sparse() {
        return false;
    }
}
