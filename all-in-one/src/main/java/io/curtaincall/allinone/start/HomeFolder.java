package io.curtaincall.allinone.start;

import io.curtaincall.access.start.CannotStartException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The folder an installation keeps its credentials, its key and the embedded store in. */
record HomeFolder(Path path) {
    static HomeFolder at(Path path) {
        return new HomeFolder(path.toAbsolutePath().normalize());
    }

    Path credentials() {
        return path.resolve("credentials.json");
    }

    Path key() {
        return path.resolve("key");
    }

    Path store() {
        return path.resolve("store");
    }

    /** Where the embedded store is reached while it is open. */
    Path storeAddress() {
        return store().resolve("address");
    }

    /** What is made in it is made by those who need it; here only whether they could. */
    void requireUsable() {
        Path existing = path;
        while (!Files.exists(existing) && existing.getParent() != null) existing = existing.getParent();
        String folder = "the data folder " + path + (existing.equals(path) ? "" : " cannot be made: " + existing);
        if (!Files.isDirectory(existing)) throw new CannotStartException(folder + " is not a folder");
        if (!Files.isWritable(existing)) throw new CannotStartException(folder + " is not writable");
    }

    /** Whether services have been at work here before. */
    boolean hasBeenUsed() {
        return Files.exists(key()) || Files.exists(credentials());
    }
}
