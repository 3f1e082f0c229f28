package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.curtaincall.embedded.plan.KeySpace;
import io.curtaincall.embedded.query.Query;
import io.curtaincall.embedded.query.Reader;
import io.curtaincall.embedded.query.Results;
import io.curtaincall.embedded.store.DocumentCodec;
import io.curtaincall.embedded.store.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/** One collection. Changes are made one at a time; queries are planned between changes and then read beside them. */
final class StoreCollection extends AbstractMongoCollection<byte[]> {
    private static final int DELETED_AT_ONCE = 1000;

    private final Storage storage;
    private final MVMap<byte[], byte[]> documents;
    private final DocumentSpace space;
    private final Reader reader;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private boolean onlyFirst;

    StoreCollection(
            MongoDatabase database,
            String name,
            CollectionOptions options,
            Storage storage,
            CursorRegistry cursorRegistry) {
        super(database, name, options, cursorRegistry);
        this.storage = storage;
        this.documents = storage.documents(database.getDatabaseName() + "." + name);
        this.space = new DocumentSpace(documents, List.of(new IndexKey(String.valueOf(options.getIdField()), true)));
        this.reader = new Reader(storage, documents, this::spaces, lock.readLock());
    }

    Results find(Query query) {
        return reader.read(query);
    }

    long count(Document filter) {
        return filter.isEmpty() ? documents.sizeAsLong() : reader.count(filter);
    }

    List<Document> project(List<Document> found, Document fields) {
        return matchDocumentsFromStream(new Document(), found.stream(), 0, 0, 0, null, fields)
                .collectDocuments();
    }

    private List<KeySpace> spaces() {
        List<KeySpace> spaces = new ArrayList<>();
        spaces.add(space);
        for (Index<byte[]> index : getIndexes()) {
            if (index instanceof OrderedIndex ordered) {
                spaces.add(ordered);
            }
        }
        return spaces;
    }

    @Override
    protected QueryResult queryDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        Document sort = orderBy == null ? new Document() : orderBy;
        List<Document> found = find(new Query(query, sort, skip, onlyFirst() ? 1 : Math.abs(limit)))
                .all(Stream::toList);
        return new QueryResult(fields == null || fields.isEmpty() ? found : project(found, fields));
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, @Nullable Document orderBy, int skip, int limit, int batchSize, @Nullable Document fields) {
        return queryDocuments(query, orderBy, skip, limit, batchSize, fields);
    }

    @Override
    public void addDocument(Document document) {
        changing(() -> {
            super.addDocument(document);
            return true;
        });
    }

    @Override
    public List<Document> insertDocuments(List<Document> added, boolean isOrdered) {
        return changing(() -> super.insertDocuments(added, isOrdered));
    }

    @Override
    public Document findAndModify(Document query) {
        return changing(() -> super.findAndModify(query));
    }

    @Override
    public Document updateDocuments(
            Document selector, Document update, ArrayFilters filters, boolean isMulti, boolean isUpsert, Oplog oplog) {
        return changing(() -> {
            onlyFirst = !isMulti;
            try {
                return super.updateDocuments(selector, update, filters, isMulti, isUpsert, oplog);
            } finally {
                onlyFirst = false;
            }
        });
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        return changing(() -> limit <= 0 && selector.isEmpty() ? clear() : delete(selector, limit));
    }

    private int clear() {
        int deleted = documents.size();
        documents.clear();
        spaces().forEach(keys -> keys.entries().clear());
        return deleted;
    }

    private int delete(Document selector, int limit) {
        int deleted = 0;
        List<Document> batch;
        do {
            batch = find(new Query(selector, new Document(), 0, limit > 0 ? limit : DELETED_AT_ONCE))
                    .all(Stream::toList);
            batch.forEach(this::removeDocument);
            deleted += batch.size();
        } while (limit <= 0 && batch.size() == DELETED_AT_ONCE);
        return deleted;
    }

    @Override
    public void addIndex(Index<byte[]> index) {
        changing(() -> {
            boolean known =
                    getIndexes().stream().anyMatch(each -> each.getName().equals(index.getName()));
            if (!known && index instanceof OrderedIndex ordered && ordered.isEmpty()) {
                ordered.build(streamAllDocumentsWithPosition(), this);
            }
            super.addIndex(index);
            return true;
        });
    }

    @Override
    public void dropIndex(String indexName) {
        changing(() -> {
            super.dropIndex(indexName);
            return true;
        });
    }

    @Override
    public void drop() {
        changing(() -> {
            super.drop();
            storage.remove(documents);
            return true;
        });
    }

    @Override
    protected byte[] addDocumentInternal(Document document) {
        byte[] key = DocumentKeys.of(document, getIdField());
        documents.put(key, DocumentCodec.encode(document));
        return key;
    }

    @Override
    protected void handleUpdate(byte[] position, Document before, Document after) {
        documents.put(position, DocumentCodec.encode(after));
    }

    @Override
    protected void removeDocument(byte[] position) {
        documents.remove(position);
    }

    @Override
    protected @Nullable Document getDocument(byte[] position) {
        byte[] bytes = documents.get(position);
        return bytes == null ? null : DocumentCodec.decode(bytes);
    }

    @Override
    protected Stream<DocumentWithPosition<byte[]>> streamAllDocumentsWithPosition() {
        return documents.entrySet().stream()
                .map(entry -> new DocumentWithPosition<>(DocumentCodec.decode(entry.getValue()), entry.getKey()));
    }

    @Override
    public int count() {
        return documents.size();
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        long found = Math.max(0, count(query == null ? new Document() : query) - skip);
        return Math.toIntExact(limit > 0 ? Math.min(limit, found) : found);
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected int getDataSize() {
        return 0;
    }

    /** Asked by other commands too while an update is under way; it is the update's own only. */
    private boolean onlyFirst() {
        return lock.isWriteLockedByCurrentThread() && onlyFirst;
    }

    private <T> T changing(Supplier<T> action) {
        lock.writeLock().lock();
        try {
            return action.get();
        } finally {
            lock.writeLock().unlock();
        }
    }
}
