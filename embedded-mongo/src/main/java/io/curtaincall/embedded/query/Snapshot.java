package io.curtaincall.embedded.query;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.Page;

/** The documents of a collection as they were at one moment. */
record Snapshot(MVMap<byte[], byte[]> documents, Page<byte[], byte[]> root) {
    static Snapshot of(MVMap<byte[], byte[]> documents) {
        return new Snapshot(documents, documents.getRootPage());
    }
}
