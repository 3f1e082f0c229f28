package io.curtaincall.dispatch.hook.file;

import io.curtaincall.dispatch.intake.PercentCoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds what a media server that has fallen silent was writing, below the record root and nowhere else. */
public final class RecordFolder {
    private static final int DEPTH = 3;

    private RecordFolder() {}

    /** A file and when it last grew. */
    public record Growing(String path, Instant changedAt) {}

    /** The newest file of the stream in that folder, of those that changed when they should have. */
    public static Optional<Growing> newestOf(
            String stream, String folder, RecordRoot root, Predicate<Instant> changedAt) {
        return RecordRoot.path(folder)
                .filter(path -> isWithin(root, path))
                .flatMap(path -> newestOf(PercentCoding.encode(stream), path, root.here(path), changedAt));
    }

    /** When the file last changed, if it is there. */
    public static Optional<Growing> at(String file, RecordRoot root) {
        return RecordRoot.path(file)
                .filter(path -> path.getParent() != null && isWithin(root, path.getParent()))
                .flatMap(path -> changed(root.here(path)).map(changedAt -> new Growing(path.toString(), changedAt)));
    }

    private static Optional<Growing> newestOf(String name, Path folder, Path here, Predicate<Instant> changedAt) {
        // Through the real folder, since a walk does not follow the link that the root may be.
        try {
            Path real = here.toRealPath();
            try (Stream<Path> files = Files.walk(real, DEPTH)) {
                return files.filter(file -> isOf(name, file))
                        .flatMap(file -> changed(file).map(at -> named(file, at, folder, real)).stream())
                        .filter(file -> changedAt.test(file.changedAt()))
                        .max(Comparator.comparing(Growing::changedAt));
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Growing named(Path found, Instant changedAt, Path folder, Path real) {
        return new Growing(folder.resolve(real.relativize(found)).toString(), changedAt);
    }

    private static boolean isWithin(RecordRoot root, Path folder) {
        try {
            return root.names(folder) && !root.leadsOut(folder);
        } catch (IOException e) {
            return false;
        }
    }

    /** Empty of what is no regular file. */
    private static Optional<Instant> changed(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant changedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
            return attributes.isRegularFile() ? Optional.of(changedAt) : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** nginx-rtmp names a file by the escaped stream name, then a suffix that starts with a dash or a dot. */
    private static boolean isOf(String name, Path file) {
        String fileName = file.getFileName().toString();
        if (!fileName.startsWith(name) || fileName.length() == name.length()) return false;
        char next = fileName.charAt(name.length());
        return next == '-' || next == '.';
    }
}
