package io.curtaincall.dispatch.hook.file;

import io.curtaincall.dispatch.intake.PercentCoding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what a media server that has fallen silent was writing. */
public final class RecordFolder {
    private static final int DEPTH = 3;

    private RecordFolder() {}

    /** A file and when it last grew. */
    public record Growing(String path, Instant changedAt) {}

    /** The newest file of the stream that changed after the session began. */
    public static Optional<Growing> newestOf(String stream, Path folder, Instant since) {
        if (!Files.isDirectory(folder)) return Optional.empty();
        String name = PercentCoding.encode(stream);
        try (Stream<Path> files = Files.walk(folder, DEPTH)) {
            return files.filter(file -> isOf(name, file) && Files.isRegularFile(file))
                    .flatMap(file -> at(file).stream())
                    .filter(file -> !file.changedAt().isBefore(since))
                    .max(Comparator.comparing(Growing::changedAt));
        } catch (IOException | UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** When the file last changed, if it is there. */
    public static Optional<Growing> at(Path file) {
        try {
            Instant changedAt = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.MILLIS);
            return Optional.of(new Growing(file.toString(), changedAt));
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
