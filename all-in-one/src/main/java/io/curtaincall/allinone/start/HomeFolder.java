package io.curtaincall.allinone.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

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

    /** Makes the folder if need be, and makes sure that it can be written to. */
    void prepare() {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new CannotStartException("the data folder " + path + " is not a folder");
        }
        try {
            Files.createDirectories(path);
        } catch (IOException e) {
            throw new CannotStartException("the data folder " + path + " cannot be made: " + reason(e), e);
        }
        if (!Files.isWritable(path)) throw new CannotStartException("the data folder " + path + " is not writable");
    }

    private static String reason(IOException e) {
        @Nullable String message = e.getMessage();
        return e.getClass().getSimpleName().replace("Exception", "") + (message == null ? "" : " " + message);
    }
}
