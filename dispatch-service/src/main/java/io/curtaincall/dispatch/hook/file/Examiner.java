package io.curtaincall.dispatch.hook.file;

import io.curtaincall.dispatch.hook.file.Examination.Absent;
import io.curtaincall.dispatch.hook.file.Examination.Bad;
import io.curtaincall.dispatch.hook.file.Examination.Fault;
import io.curtaincall.dispatch.hook.file.Examination.Good;
import io.curtaincall.dispatch.hook.file.Examination.OutOfSight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Looks at files where a media server says it has recorded, and nowhere else. */
public final class Examiner {
    /** The header of an FLV file without anything in it. */
    private static final long HEADER_ONLY = 13;

    private final MediaProbe probe;

    public Examiner(MediaProbe probe) {
        this.probe = probe;
    }

    /** @param root the folder the file must be under, null if anywhere will do */
    public Examination examine(String path, @Nullable String root) throws InterruptedException {
        try {
            Path file = Path.of(path);
            if (!file.isAbsolute()) return new Absent(Fault.PATH_OUTSIDE_ROOT);
            if (root != null && !file.normalize().startsWith(Path.of(root))) {
                return new Absent(Fault.PATH_OUTSIDE_ROOT);
            }
            return Files.exists(file, LinkOption.NOFOLLOW_LINKS) ? examine(file, root) : absent(file);
        } catch (InvalidPathException e) {
            return new Absent(Fault.PATH_OUTSIDE_ROOT);
        } catch (IOException e) {
            return new OutOfSight();
        }
    }

    private static Examination absent(Path file) {
        Path folder = file.getParent();
        return folder != null && Files.isDirectory(folder) ? new Absent(Fault.FILE_MISSING) : new OutOfSight();
    }

    private Examination examine(Path file, @Nullable String root) throws IOException, InterruptedException {
        if (root != null && leadsOut(file, Path.of(root))) return new Absent(Fault.PATH_OUTSIDE_ROOT);
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) return new Absent(Fault.PATH_OUTSIDE_ROOT);
        long size = attributes.size();
        Instant changedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (size <= HEADER_ONLY) return new Bad(Fault.EMPTY_FILE, size, changedAt);
        if (!Files.isReadable(file)) return new Good(size, changedAt, Media.UNKNOWN);
        return switch (probe.probe(file)) {
            case MediaProbe.Found found -> new Good(size, changedAt, found.media());
            case MediaProbe.Nothing nothing -> new Bad(Fault.EMPTY_FILE, size, changedAt);
            case MediaProbe.Unreadable unreadable -> new Bad(Fault.FILE_UNREADABLE, size, changedAt);
            case MediaProbe.Unknown unknown -> new Good(size, changedAt, Media.UNKNOWN);
        };
    }

    /** The root itself may be a link, set up by whoever runs the server; below it nothing may. */
    private static boolean leadsOut(Path file, Path root) throws IOException {
        Path realRoot = root.toRealPath();
        Path expected = realRoot.resolve(root.normalize().relativize(file.normalize()));
        return !file.toRealPath().equals(expected);
    }
}
