package io.curtaincall.embedded.store;

import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.StoreDamagedException;
import io.curtaincall.embedded.StoreLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The one file of a data folder: how it is opened, and what is said when that fails. */
public final class StoreFile {
    private static final String NAME = "store.mv";
    private static final String SYNCED = "store.synced";
    private static final int CACHE_MEGABYTES = 64;
    /** Small pages: a single insert rewrites one page per index, and all of that goes into the file. */
    private static final int PAGE_BYTES = 4096;

    private final Path folder;
    private final Path file;
    private final SyncedVersion synced;
    private final List<Path> created = new ArrayList<>();

    public StoreFile(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.file = this.folder.resolve(NAME);
        this.synced = new SyncedVersion(file, this.folder.resolve(SYNCED));
        if (!Files.exists(file)) created.add(this.folder.resolve(SYNCED));
        for (Path path = file; path != null && !Files.exists(path); path = path.getParent()) {
            created.add(path);
        }
    }

    public Storage open() {
        return open(() -> Room.usable(folder));
    }

    /** @param usable how many bytes there is room for */
    public Storage open(LongSupplier usable) {
        makeFolder();
        return reading(() -> {
            if (hasContent()) inspect(Set.of());
            else synced.forget();
            return new Storage(builder().open(), synced, new Room(usable));
        });
    }

    /** Whether there is a file that somebody has cut to nothing, or that was never begun. */
    public boolean isEmpty() {
        return Files.exists(file) && !hasContent();
    }

    /** The first documents of those of the namespaces that have one, read without the right to write. */
    public Map<String, Document> firsts(Set<String> namespaces) {
        return hasContent() ? reading(() -> inspect(namespaces)) : Map.of();
    }

    /** What was caught while the file was read is damage, unless it says otherwise. */
    public StoreDamagedException damage(Throwable caught) {
        return new StoreDamagedException(file, caught);
    }

    private void makeFolder() {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) throw new IOException("it is not a folder");
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The folder %s of the store cannot be used: %s".formatted(folder, e.getMessage()), e);
        }
    }

    private boolean hasContent() {
        return file.toFile().length() > 0;
    }

    /** Damaged pages may also send the library round in circles until its stack or its memory ends. */
    <T> T reading(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED ? new StoreLockedException(folder, e) : damage(e);
        } catch (StoreDamagedException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw damage(e);
        }
    }

    /** Looks first without the right to write. */
    private Map<String, Document> inspect(Set<String> namespaces) {
        MVStore store = builder().readOnly().open();
        try {
            if (store.getCurrentVersion() < leastVersion(store)) {
                throw new StoreDamagedException(file, new IllegalStateException("Its newest part is missing."));
            }
            Map<String, Document> firsts = new HashMap<>();
            for (String namespace : namespaces) {
                Storage.firstDocument(store, namespace).ifPresent(document -> firsts.put(namespace, document));
            }
            return firsts;
        } finally {
            store.closeImmediately();
        }
    }

    /** A file that fell back behind it has lost its end. */
    private long leastVersion(MVStore store) {
        return synced.read().orElseGet(() -> DataUtils.readHexLong(store.getStoreHeader(), "version", 0));
    }

    private MVStore.Builder builder() {
        // without its own background writer and its own early commits: only GroupCommit knows when a commit is whole
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES);
    }

    /** Takes back what opening created, when nothing will come of it; what cannot be taken back is told beside it. */
    public void removeCreated(Throwable failure) {
        try {
            for (Path path : created) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
