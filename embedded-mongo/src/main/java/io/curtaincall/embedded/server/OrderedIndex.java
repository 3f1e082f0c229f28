package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.IndexBuildFailedException;
import de.bwaldvogel.mongo.exception.MongoServerError;
import io.curtaincall.embedded.key.Bytes;
import io.curtaincall.embedded.plan.KeySpace;
import io.curtaincall.embedded.store.Storage;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** A secondary index: entries in the order of its fields, then of the documents' keys. */
final class OrderedIndex extends Index<byte[]> implements KeySpace {
    private final MVMap<byte[], Boolean> entries;
    private final IndexEntries layout;
    private final IndexFacts facts;
    private final Storage storage;
    private final boolean unique;
    private final boolean sparse;

    OrderedIndex(IndexDefinition definition, String namespace, Storage storage) {
        // the collection expects an index that calls itself sparse to know no position of some documents; here it is
        // the _id alone that knows it
        super(definition.name(), definition.keys(), true);
        this.storage = storage;
        this.entries = storage.index(namespace, definition.name());
        this.layout = new IndexEntries(definition.keys());
        this.facts = new IndexFacts(storage.facts(), namespace + ":" + definition.name());
        this.unique = definition.unique();
        this.sparse = definition.sparse();
    }

    @Override
    public List<IndexKey> fields() {
        return getKeys();
    }

    @Override
    public MVMap<byte[], Boolean> entries() {
        return entries;
    }

    @Override
    public boolean multikey(int field) {
        return facts.multikey(field);
    }

    @Override
    public byte[] documentKey(byte[] entry) {
        return IndexEntries.documentKey(entry);
    }

    @Override
    public boolean direct() {
        return false;
    }

    @Override
    public boolean sparse() {
        return sparse;
    }

    @Override
    public byte @Nullable [] getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<byte[]> collection) {
        check(document, collection, null);
    }

    @Override
    public void add(Document document, byte[] position, MongoCollection<byte[]> collection) {
        DocumentEntries found = find(document);
        facts.addMultikey(found.multikey());
        found.prefixes().forEach(prefix -> entries.put(IndexEntries.entry(prefix, position), Boolean.TRUE));
    }

    @Override
    public byte @Nullable [] remove(Document document) {
        byte[] position = IndexEntries.idKey(document);
        find(document).prefixes().forEach(prefix -> entries.remove(IndexEntries.entry(prefix, position)));
        return null;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<byte[]> collection) {
        check(after, collection, IndexEntries.idKey(before));
    }

    @Override
    public void updateInPlace(Document before, Document after, byte[] position, MongoCollection<byte[]> collection) {
        DocumentEntries now = find(after);
        Set<byte[]> old = find(before).prefixes();
        facts.addMultikey(now.multikey());
        now.prefixes().stream()
                .filter(prefix -> !old.contains(prefix))
                .forEach(prefix -> entries.put(IndexEntries.entry(prefix, position), Boolean.TRUE));
        old.stream()
                .filter(prefix -> !now.prefixes().contains(prefix))
                .forEach(prefix -> entries.remove(IndexEntries.entry(prefix, position)));
    }

    private DocumentEntries find(Document document) {
        return layout.of(document, sparse);
    }

    /** Also finds what cannot be indexed at all, before anything is changed. */
    private void check(Document document, MongoCollection<byte[]> collection, byte @Nullable [] self) {
        DocumentEntries found = find(document);
        if (unique) {
            for (byte[] prefix : found.prefixes()) {
                if (isTaken(prefix, self)) {
                    throw new DuplicateKeyError(
                            this, collection, getKeys(), new KeyValue(layout.values(document, prefix)));
                }
            }
        }
    }

    private boolean isTaken(byte[] prefix, byte @Nullable [] self) {
        byte[] holder = entries.ceilingKey(prefix);
        return holder != null
                && Bytes.startsWith(holder, prefix)
                && (self == null || Bytes.compare(IndexEntries.documentKey(holder), self) != 0);
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return other instanceof OrderedIndex index
                && index.unique == unique
                && index.sparse == sparse
                && index.getKeys().toString().equals(getKeys().toString());
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
        return entries.sizeAsLong();
    }

    /** Whether it must be built: an index that has no entries may well be complete. */
    @Override
    public boolean isEmpty() {
        return !facts.complete();
    }

    /** Starts anew, because an earlier attempt may have been cut short. */
    void build(Stream<DocumentWithPosition<byte[]>> documents, MongoCollection<byte[]> collection) {
        entries.clear();
        try {
            documents.forEach(each -> {
                checkAdd(each.getDocument(), collection);
                add(each.getDocument(), each.getPosition(), collection);
            });
        } catch (MongoServerError e) {
            drop();
            throw new IndexBuildFailedException(e, collection);
        }
        facts.markComplete();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        facts.forget();
        storage.remove(entries);
    }

    @Override
    public boolean isUnique() {
        return unique;
    }
}
