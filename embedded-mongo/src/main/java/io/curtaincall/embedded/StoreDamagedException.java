package io.curtaincall.embedded;

import java.nio.file.Path;

/** The store's file is not readable as a store, or has lost what it once held. */
public final class StoreDamagedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StoreDamagedException(Path file, Throwable cause) {
        super("The store file %s is damaged and was left untouched.".formatted(file), cause);
    }
}
