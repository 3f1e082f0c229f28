package io.curtaincall.dispatch.hook.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder below which the files of a hook source may be looked at. It may be a link itself, set up by whoever runs the
 * server; below it nothing may.
 */
public final class RecordRoot {
    private final Path folder;
    /** Null if it is not there, or may not be. */
    private final @Nullable Path real;

    private RecordRoot(Path folder, @Nullable Path real) {
        this.folder = folder;
        this.real = real;
    }

    /** @param allowed whether files may be looked at in this folder, which is no link; empty if the text is no path */
    public static Optional<RecordRoot> at(String folder, Predicate<Path> allowed) {
        return path(folder).map(named -> new RecordRoot(named, real(named, allowed)));
    }

    /** What a media server names may be anything; nothing but an absolute path is one. */
    static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text)).filter(Path::isAbsolute).map(Path::normalize);
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static @Nullable Path real(Path folder, Predicate<Path> allowed) {
        try {
            Path real = folder.toRealPath();
            return allowed.test(real) ? real : null;
        } catch (IOException e) {
            return null;
        }
    }

    public boolean isInSight() {
        return real != null;
    }

    /** Whether a normalized path is below it by its name. */
    boolean names(Path path) {
        return path.startsWith(folder);
    }

    /**
     * Whether a link below leads a path elsewhere.
     *
     * @param path one that it {@link #names}
     * @throws IOException if it cannot be seen
     */
    boolean leadsOut(Path path) throws IOException {
        if (real == null) throw new NoSuchFileException(folder.toString());
        return !path.toRealPath().equals(real.resolve(folder.relativize(path)));
    }
}
