package io.curtaincall.config.firstrun;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * {@code credentials.json} in the data folder, readable by its owner alone from its first byte on. It is written as a
 * draft beside it first, and takes its name only once what it says has been stored as events.
 */
final class CredentialsFile {
    private static final String NAME = "credentials.json";
    private static final String DRAFT_MARK = NAME + ".draft-";
    private static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private final Path folder;

    CredentialsFile(Path folder) {
        this.folder = folder;
    }

    Path path() {
        return folder.resolve(NAME);
    }

    /** Writes a draft and makes it durable. */
    Path draft(String name, byte[] content) throws IOException {
        Files.createDirectories(folder);
        Path draft = folder.resolve(DRAFT_MARK + name);
        Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(draft, fresh, OWNER_ONLY)) {
            ByteBuffer left = ByteBuffer.wrap(content);
            while (left.hasRemaining()) channel.write(left);
            channel.force(true);
        }
        return draft;
    }

    /** Drafts of starts that did not come to their end. */
    List<Path> drafts() throws IOException {
        List<Path> drafts = new ArrayList<>();
        if (!Files.isDirectory(folder)) return drafts;
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, DRAFT_MARK + "*")) {
            found.forEach(drafts::add);
        }
        return drafts;
    }

    /** Gives the draft its final name. What stands there already opens another store, so it is kept beside it. */
    void publish(Path draft) throws IOException {
        Path target = path();
        try {
            if (Files.exists(target) && Files.mismatch(draft, target) >= 0) keep(target, draft);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (NoSuchFileException e) {
            // another process that starts on the same folder found the draft to be the issued one and published it
            if (!Files.exists(target)) throw e;
        }
        forceFolder();
    }

    private void keep(Path target, Path draft) throws IOException {
        String name = draft.getFileName().toString().replace(DRAFT_MARK, NAME + ".old-");
        Files.copy(target, folder.resolve(name), StandardCopyOption.COPY_ATTRIBUTES);
    }

    void discard(Path draft) throws IOException {
        Files.deleteIfExists(draft);
    }

    /** A rename is durable once its folder is. */
    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
