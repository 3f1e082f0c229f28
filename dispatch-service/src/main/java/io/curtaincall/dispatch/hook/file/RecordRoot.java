package io.curtaincall.dispatch.hook.file;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The folder below which the files of a hook source may be looked at. It may be a link itself, set up by whoever runs the
 * server; below it nothing may.
 */
public final class RecordRoot {
    private final Path folder;
    private final Path here;
    /** Null if it is not there, or may not be. */
    private final @Nullable Path real;

    private RecordRoot(Path folder, Path here, @Nullable Path real) {
        this.folder = folder;
        this.here = here;
        this.real = real;
    }

    /**
     * Empty if one of them is no path.
     *
     * @param folder as the media server names it
     * @param here where it is found
     * @param allowed whether files may be looked at in that folder, which is no link
     */
    public static Optional<RecordRoot> at(String folder, String here, Predicate<Path> allowed) {
        return path(here)
                .flatMap(place -> path(folder).map(named -> new RecordRoot(named, place, real(place, allowed))));
    }

    /** The innermost that holds a file by its name, as the media server gives it. */
    public static Optional<RecordRoot> of(String file, List<RecordRoot> roots) {
        return path(file)
                .flatMap(path -> roots.stream()
                        .filter(root -> root.names(path))
                        .max(Comparator.comparing(root -> root.folder.getNameCount())));
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

    /** As the media server names it. */
    public String folder() {
        return folder.toString();
    }

    /** Where a path that it {@link #names} is found. */
    Path here(Path path) {
        return here.resolve(folder.relativize(path)).normalize();
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
        if (real == null) throw new NoSuchFileException(here.toString());
        return !here(path).toRealPath().equals(real.resolve(folder.relativize(path)));
    }
}
