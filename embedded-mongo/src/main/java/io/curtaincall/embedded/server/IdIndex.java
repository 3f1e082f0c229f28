package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import io.curtaincall.embedded.key.KeyWriter;
import java.util.Collections;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** The unique index on _id: it has no entries of its own, the documents are kept by it. */
final class IdIndex extends Index<byte[]> {
    private final MVMap<byte[], byte[]> documents;

    IdIndex(String name, List<IndexKey> keys, MVMap<byte[], byte[]> documents) {
        super(name, keys, false);
        this.documents = documents;
    }

    @Override
    public byte[] getPosition(Document document) {
        return KeyWriter.key(document.get("_id"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<byte[]> collection) {
        Object id = document.get("_id");
        if (documents.containsKey(KeyWriter.key(id))) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(Collections.singleton(id)));
        }
    }

    @Override
    public void add(Document document, byte[] position, MongoCollection<byte[]> collection) {}

    @Override
    public byte @Nullable [] remove(Document document) {
        return getPosition(document);
    }

    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<byte[]> getPositions(Document query) {
        throw new UnsupportedOperationException();
    }

    @Override
    public long getCount() {
        return documents.sizeAsLong();
    }

    /** There is never anything to build. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<byte[]> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, byte[] position, MongoCollection<byte[]> collection) {}

    @Override
    public void drop() {}

    @Override
    public boolean isUnique() {
        return true;
    }
}
