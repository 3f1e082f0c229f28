package io.curtaincall.embedded.store;

import io.curtaincall.embedded.StoreDamagedException;
import io.curtaincall.embedded.StoreLockedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
    private final boolean existed;

    public StoreFile(Path folder) {
        this.folder = folder;
        this.file = folder.resolve(NAME);
        this.existed = Files.exists(file);
    }

    public Storage open() {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder %s cannot be created.".formatted(folder), e);
        }
        try {
            return new Storage(openStore());
        } catch (MVStoreException e) {
            if (e.getErrorCode() == DataUtils.ERROR_FILE_LOCKED) {
                throw new StoreLockedException(folder, e);
            }
            throw new StoreDamagedException(file, e);
        }
    }

    private MVStore openStore() {
        // without its own background writer and its own early commits: only GroupCommit knows when a commit is whole
        return new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .autoCommitBufferSize(0)
                .cacheSize(CACHE_MEGABYTES)
                .pageSplitSize(PAGE_BYTES)
                .open();
    }

    /** Takes back what opening created, when nothing will come of it. */
    public void removeIfNew() {
        if (existed) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
