package io.curtaincall.embedded;

import java.nio.file.Path;

/** Another process, or another instance in this one, has the store open. */
public final class StoreLockedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreLockedException(Path folder, Throwable cause) {
        super("The data folder %s is in use by another process.".formatted(folder), cause);
    }
}
