package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.NoSuchCommandException;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.curtaincall.embedded.store.Storage;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One database: which commands there are, and how collections and indexes come to be. */
final class StoreDatabase extends AbstractMongoDatabase<byte[]> {
    private static final Set<String> INHERITED = Set.of(
            "insert",
            "delete",
            "create",
            "createindexes",
            "count",
            "distinct",
            "drop",
            "dropindexes",
            "dbstats",
            "collstats",
            "validate",
            "findandmodify",
            "listcollections",
            "listindexes",
            "getlasterror",
            "reseterror");

    private final Storage storage;
    private final OpenCursors cursors;

    StoreDatabase(String name, Storage storage, CursorRegistry registry, OpenCursors cursors) {
        super(name, registry);
        this.storage = storage;
        this.cursors = cursors;
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver resolver, Oplog oplog) {
        String name = command.toLowerCase(Locale.ROOT);
        return switch (name) {
            case "find" ->
                new FindCommand(new Fields(query)).run(collection(query, command), namespace(query, command), cursors);
            case "aggregate" ->
                new AggregateCommand(query, new Aggregations(this, resolver, oplog))
                        .run(collection(query, command), namespace(query, command), cursors);
            case "update" ->
                UpdateCommand.run(query, one -> super.handleCommand(channel, command, one, resolver, oplog));
            case "insert" ->
                InsertReply.corrected(query, super.handleCommand(channel, command, query, resolver, oplog));
            case "createindexes" -> {
                IndexRequest.check(query);
                yield super.handleCommand(channel, command, query, resolver, oplog);
            }
            default -> {
                if (!INHERITED.contains(name)) {
                    throw new NoSuchCommandException(command);
                }
                yield super.handleCommand(channel, command, query, resolver, oplog);
            }
        };
    }

    private @Nullable StoreCollection collection(Document query, String command) {
        // an aggregate over no collection at all names the number 1
        return query.get(command) instanceof String name ? (StoreCollection) resolveCollection(name, false) : null;
    }

    private String namespace(Document query, String command) {
        return getFullCollectionNamespace(String.valueOf(query.get(command)));
    }

    @Override
    protected MongoCollection<byte[]> resolveOrCreateCollection(String collectionName) {
        MongoCollection<byte[]> known = resolveCollection(collectionName, false);
        return known != null ? known : create(collectionName);
    }

    private synchronized MongoCollection<byte[]> create(String collectionName) {
        return super.resolveOrCreateCollection(collectionName);
    }

    @Override
    protected synchronized void addIndex(Document indexDescription) {
        super.addIndex(indexDescription);
    }

    @Override
    public synchronized void dropCollection(String collectionName, Oplog oplog) {
        super.dropCollection(collectionName, oplog);
    }

    @Override
    protected MongoCollection<byte[]> openOrCreateCollection(String collectionName, CollectionOptions options) {
        return new StoreCollection(this, collectionName, options, storage, cursorRegistry);
    }

    @Override
    protected Index<byte[]> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        String namespace = getFullCollectionNamespace(collectionName);
        return keys.size() == 1 && keys.getFirst().getKey().equals("_id")
                ? new IdIndex(indexName, keys, storage.documents(namespace))
                : new OrderedIndex(new IndexDefinition(indexName, keys, true, sparse), namespace, storage);
    }

    @Override
    protected Index<byte[]> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return new OrderedIndex(
                new IndexDefinition(indexName, keys, false, sparse),
                getFullCollectionNamespace(collectionName),
                storage);
    }

    @Override
    public void moveCollection(MongoDatabase old, MongoCollection<?> collection, String newCollectionName) {
        throw new MongoServerError(115, "CommandNotSupported", "Collections cannot be renamed.");
    }

    @Override
    protected long getFileSize() {
        return storage.fileSize();
    }

    @Override
    protected long getStorageSize() {
        return storage.fileSize();
    }
}
