package io.curtaincall.embedded.store;

import io.curtaincall.embedded.StoreDamagedException;
import io.curtaincall.embedded.StoreLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/** The one file of a data folder: how it is opened, and what is said when that fails. */
public final class StoreFile {
    private static final String NAME = "store.mv";
    private static final int CACHE_MEGABYTES = 64;
    /** Small pages: a single insert rewrites one page per index, and all of that goes into the file. */
    private static final int PAGE_BYTES = 4096;

    private final Path folder;
    private final Path file;
    private final List<Path> created = new ArrayList<>();

    public StoreFile(Path folder) {
        this.folder = folder.toAbsolutePath();
        this.file = this.folder.resolve(NAME);
        for (Path path = file; path != null && !Files.exists(path); path = path.getParent()) {
            created.add(path);
        }
    }

    public Storage open() {
        try {
            Files.createDirectories(folder);
            if (Files.exists(file) && Files.size(file) > 0) {
                inspect();
            }
            return new Storage(builder().open());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The data folder %s cannot be used: %s".formatted(folder, e.getMessage()), e);
        } catch (MVStoreException e) {
            throw e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? new StoreLockedException(folder, e)
                    : new StoreDamagedException(file, e);
        }
    }

    /** Looks first without the right to write; a file that fell back behind its own header has lost its end. */
    private void inspect() {
        MVStore store = builder().readOnly().open();
        try {
            Map<String, Object> header = store.getStoreHeader();
            if (DataUtils.readHexLong(header, "version", 0) > store.getCurrentVersion()) {
                throw new StoreDamagedException(file, new IllegalStateException("Its newest part is missing."));
            }
        } finally {
            store.closeImmediately();
        }
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

    /** Takes back what opening created, when nothing will come of it. */
    public void removeCreated() {
        try {
            for (Path path : created) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
