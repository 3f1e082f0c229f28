package io.curtaincall.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** The maps of one store: documents and index entries by byte key, and small facts by name. */
public final class Storage implements AutoCloseable {
    private static final String DOCUMENTS = "documents:";
    private static final String INDEX = "index:";
    private static final Duration TIDYING_AT_CLOSE = Duration.ofMillis(1500);

    private final MVStore store;
    private final GroupCommit commits;
    private final MVMap<String, Long> facts;
    private final @Nullable Housekeeping housekeeping;
    private final Room room;
    private final AtomicBoolean closed = new AtomicBoolean();

    Storage(MVStore store, SyncedVersion synced, Room room) {
        this(store, room, commits -> new Housekeeping(store, commits, synced, room));
    }

    private Storage(MVStore store, Room room, Function<GroupCommit, @Nullable Housekeeping> housekeeping) {
        this.store = store;
        this.room = room;
        // pins alone decide what is kept
        store.setVersionsToKeep(0);
        store.setRetentionTime(0);
        this.commits = new GroupCommit(store::commit);
        this.facts = store.openMap("facts");
        this.housekeeping = housekeeping.apply(commits);
    }

    public static Storage inMemory() {
        return new Storage(new MVStore.Builder().open(), Room.unlimited(), commits -> null);
    }

    public GroupCommit commits() {
        return commits;
    }

    /** Whether nothing can be written until there is room on the disk. */
    public boolean isFull() {
        return room.isFull();
    }

    /** Whether the library has closed the store because it could not be written. */
    public boolean isBroken() {
        return store.isClosed() && !closed.get();
    }

    /** On return all that was written is on disk, where there is one. */
    public void sync() {
        if (housekeeping != null) housekeeping.sync();
    }

    public MVMap<String, Long> facts() {
        return facts;
    }

    public MVMap<byte[], byte[]> documents(String namespace) {
        return documents(store, namespace);
    }

    private static MVMap<byte[], byte[]> documents(MVStore store, String namespace) {
        return store.openMap(
                DOCUMENTS + namespace,
                new MVMap.Builder<byte[], byte[]>().keyType(KeyFormat.INSTANCE).valueType(ValueFormat.INSTANCE));
    }

    /** Also of a store that may only be read. */
    static Optional<Document> firstDocument(MVStore store, String namespace) {
        if (!store.hasMap(DOCUMENTS + namespace)) return Optional.empty();
        MVMap<byte[], byte[]> documents = documents(store, namespace);
        return Optional.ofNullable(documents.firstKey()).map(documents::get).map(DocumentCodec::decode);
    }

    public MVMap<byte[], Boolean> index(String namespace, String name) {
        return store.openMap(
                INDEX + namespace + ":" + name,
                new MVMap.Builder<byte[], Boolean>().keyType(KeyFormat.INSTANCE).valueType(PresenceFormat.INSTANCE));
    }

    public void remove(MVMap<?, ?> map) {
        store.removeMap(map);
    }

    public Set<String> databases() {
        return store.getMapNames().stream()
                .filter(name -> name.startsWith(DOCUMENTS))
                .map(name -> name.substring(DOCUMENTS.length(), name.indexOf('.')))
                .collect(Collectors.toSet());
    }

    /** Keeps what can be read now readable until the pin is closed. */
    public Pin pin() {
        return new Pin(store, store.registerVersionUsage());
    }

    public long fileSize() {
        return store.getFileStore() == null ? 0 : store.getFileStore().size();
    }

    /** Lets go of the file without writing to it any more. */
    public void closeImmediately() {
        if (closed.compareAndSet(false, true)) {
            if (housekeeping != null) {
                housekeeping.close();
            }
            store.closeImmediately();
        }
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) return;
        if (housekeeping == null) store.close();
        else housekeeping.closeStore(TIDYING_AT_CLOSE);
    }
}
