package io.curtaincall.allinone;

import io.curtaincall.access.key.Ownership;
import io.curtaincall.access.start.CannotStartException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second 'rekey' from a data folder while one is at work there: each may undo what the other has done. */
record FolderLock(@Nullable FileChannel held) implements AutoCloseable {
    private static final String FILE = "rekey.lock";

    /** @throws CannotStartException if another one is at work */
    static FolderLock of(Path folder) {
        if (!Files.isDirectory(folder)) return new FolderLock(null);
        Path path = folder.resolve(FILE);
        try {
            FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            Ownership.handOn(folder, path);
            if (isLocked(file)) return new FolderLock(file);
            file.close();
        } catch (IOException e) {
            throw new CannotStartException("the data folder " + folder + " cannot be locked for 'rekey'", e);
        }
        throw new CannotStartException("another 'rekey' is at work on the data folder " + folder);
    }

    private static boolean isLocked(FileChannel file) throws IOException {
        try {
            return file.tryLock() != null;
        } catch (OverlappingFileLockException ofThisProcess) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (held != null) held.close();
        } catch (IOException e) {
            throw new CannotStartException("the lock of 'rekey' cannot be given back", e);
        }
    }
}
