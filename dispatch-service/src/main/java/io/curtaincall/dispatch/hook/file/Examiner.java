package io.curtaincall.dispatch.hook.file;

import io.curtaincall.dispatch.hook.file.Examination.Absent;
import io.curtaincall.dispatch.hook.file.Examination.Bad;
import io.curtaincall.dispatch.hook.file.Examination.Fault;
import io.curtaincall.dispatch.hook.file.Examination.Good;
import io.curtaincall.dispatch.hook.file.Examination.OutOfSight;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Looks at the files a media server says it has recorded, below the record root and nowhere else. */
public final class Examiner {
    /** The header of an FLV file without anything in it. */
    private static final long HEADER_ONLY = 13;

    private final MediaProbe probe;

    public Examiner(MediaProbe probe) {
        this.probe = probe;
    }

    /** @param root the folder the file must be under; without one the server's word is all there is */
    public Examination examine(String path, @Nullable RecordRoot root) throws InterruptedException {
        Optional<Path> file = RecordRoot.path(path);
        if (file.isEmpty()) return new Absent(Fault.PATH_OUTSIDE_ROOT);
        if (root == null) return new OutOfSight();
        if (!root.names(file.get())) return new Absent(Fault.PATH_OUTSIDE_ROOT);
        try {
            return examine(file.get(), root);
        } catch (IOException e) {
            return new OutOfSight();
        }
    }

    /** The folder first: whether there is a file behind a link is nobody's business. */
    private Examination examine(Path file, RecordRoot root) throws IOException, InterruptedException {
        Path folder = file.getParent();
        if (folder == null || !root.names(folder) || root.leadsOut(folder)) {
            return new Absent(Fault.PATH_OUTSIDE_ROOT);
        }
        Path found = root.here(file);
        return Files.exists(found, LinkOption.NOFOLLOW_LINKS) ? examine(found) : new Absent(Fault.FILE_MISSING);
    }

    private Examination examine(Path file) throws IOException, InterruptedException {
        BasicFileAttributes attributes =
                Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile()) return new Absent(Fault.PATH_OUTSIDE_ROOT);
        long size = attributes.size();
        Instant changedAt = attributes.lastModifiedTime().toInstant().truncatedTo(ChronoUnit.MILLIS);
        if (size <= HEADER_ONLY) return new Bad(Fault.EMPTY_FILE, size, changedAt);
        // a playlist would have the probe look at whatever it names
        boolean probed = Files.isReadable(file) && RecordFormat.of(file.toString()) != RecordFormat.HLS;
        if (!probed) return new Good(size, changedAt, Media.UNKNOWN);
        return switch (probe.probe(file)) {
            case MediaProbe.Found found -> new Good(size, changedAt, found.media());
            case MediaProbe.Nothing nothing -> new Bad(Fault.EMPTY_FILE, size, changedAt);
            case MediaProbe.Unreadable unreadable -> new Bad(Fault.FILE_UNREADABLE, size, changedAt);
            case MediaProbe.Unknown unknown -> new Good(size, changedAt, Media.UNKNOWN);
        };
    }
}
