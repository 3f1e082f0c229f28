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
                .flatMap(path -> newestOf(PercentCoding.encode(stream), path, changedAt));
    }

    /** When the file last changed, if it is there. */
    public static Optional<Growing> at(String file, RecordRoot root) {
        return RecordRoot.path(file)
                .filter(path -> path.getParent() != null && isWithin(root, path.getParent()))
                .flatMap(RecordFolder::regular);
    }

    private static Optional<Growing> newestOf(String name, Path folder, Predicate<Instant> changedAt) {
        // Through the real folder, since a walk does not follow the link that the root may be.
        try {
            Path real = folder.toRealPath();
            try (Stream<Path> files = Files.walk(real, DEPTH)) {
                return files.filter(file -> isOf(name, file))
                        .flatMap(file -> regular(file).stream())
                        .filter(file -> changedAt.test(file.changedAt()))
                        .max(Comparator.comparing(Growing::changedAt))
                        .map(file -> named(file, folder, real));
            }
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static Growing named(Growing found, Path folder, Path real) {
        Path named = folder.resolve(real.relativize(Path.of(found.path())));
        return new Growing(named.toString(), found.changedAt());
    }

    private static boolean isWithin(RecordRoot root, Path folder) {
        try {
            return root.names(folder) && !root.leadsOut(folder);
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<Growing> regular(Path file) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            Instant changedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
            return attributes.isRegularFile() ? Optional.of(new Growing(file.toString(), changedAt)) : Optional.empty();
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
