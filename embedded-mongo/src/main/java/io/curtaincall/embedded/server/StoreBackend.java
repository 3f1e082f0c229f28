package io.curtaincall.embedded.server;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.backend.aggregation.Aggregation;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.wire.message.MongoMessage;
import io.curtaincall.embedded.store.Storage;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All databases of a store; answers a write only when it is durable. */
public final class StoreBackend extends AbstractMongoBackend {
    private static final Logger LOG = LoggerFactory.getLogger(StoreBackend.class);
    private static final int OUT_OF_DISK_SPACE = 14031;
    private static final Set<String> WRITES = Set.of(
            "insert",
            "update",
            "delete",
            "findandmodify",
            "create",
            "createindexes",
            "drop",
            "dropindexes",
            "dropdatabase");

    private final Storage storage;
    private final OpenCursors cursors;
    private final Map<String, MongoDatabase> opened = new ConcurrentHashMap<>();

    public StoreBackend(Storage storage, Clock clock) {
        super(clock);
        this.storage = storage;
        this.cursors = new OpenCursors(getCursorRegistry(), clock);
        storage.databases().forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return opened.computeIfAbsent(
                databaseName, name -> new StoreDatabase(name, storage, getCursorRegistry(), cursors));
    }

    @Override
    public void dropDatabase(String databaseName) {
        super.dropDatabase(databaseName);
        opened.remove(databaseName);
    }

    @Override
    public Document handleCommand(@Nullable Channel channel, String databaseName, String command, Document query) {
        if (query.containsKey("txnNumber") || query.containsKey("startTransaction")) {
            throw new MongoServerError(20, "IllegalOperation", "This server has no transactions.");
        }
        String name = command.toLowerCase(Locale.ROOT);
        if (name.equals("hello")) {
            return super.handleCommand(channel, databaseName, "ismaster", query).append("isWritablePrimary", true);
        }
        if (name.equals("fsync")) {
            storage.sync();
            return new Document("numFiles", 1).append("ok", 1.0);
        }
        if (isWrite(name, query)) {
            if (storage.isFull()) throw new MongoServerError(OUT_OF_DISK_SPACE, "OutOfDiskSpace", "The disk is full.");
            return storage.commits().durably(() -> super.handleCommand(channel, databaseName, command, query));
        }
        Document reply = super.handleCommand(channel, databaseName, command, query);
        if (query.get("readConcern") instanceof Document concern && "majority".equals(concern.get("level"))) {
            // what a crash could still take back must not be shown
            storage.commits().awaitAllSeen();
        }
        return reply;
    }

    private static boolean isWrite(String command, Document query) {
        if (!command.equals("aggregate")) {
            return WRITES.contains(command);
        }
        List<Document> pipeline = Aggregation.parse(query.get("pipeline"));
        return !pipeline.isEmpty()
                && (pipeline.getLast().containsKey("$out") || pipeline.getLast().containsKey("$merge"));
    }

    /** Errors are answered here, because the server's own handler would log the whole command with them. */
    @Override
    public Document handleMessage(MongoMessage message) {
        ReplyEncoder.takeOver(message.getChannel().pipeline());
        try {
            return super.handleMessage(message);
        } catch (MongoServerException e) {
            LOG.debug("A command was refused", e);
            return error(e);
        } catch (RuntimeException e) {
            LOG.error("A command failed", e);
            return error(new MongoServerException("The command failed: " + e, e));
        }
    }

    private static Document error(MongoServerException e) {
        Document reply = new Document("ok", 0).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError error) {
            reply.append("code", error.getCode()).putIfNotNull("codeName", error.getCodeName());
        }
        return reply;
    }

    @Override
    public void close() {
        super.close();
        storage.close();
    }

    @Override
    public String toString() {
        return "store";
    }
}
