package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Objects;
import java.util.Optional;

/** The master key, in base64, beside the store: made once, readable by its owner only, the first to make it wins. */
final class KeyFile {
    private static final String OWNER_ONLY = "rw-------";

    private final Path path;
    private final SecureRandom random;

    KeyFile(Path path, SecureRandom random) {
        this.path = path;
        this.random = random;
    }

    Path path() {
        return path;
    }

    Optional<MasterKey> read() {
        try {
            if (!Files.exists(path)) return Optional.empty();
            return Optional.of(MasterKey.ofBase64(Files.readString(path)));
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw new CannotStartException("the key in " + path + " is damaged: it is not 32 bytes in base64", e);
        } catch (IOException e) {
            throw new CannotStartException("the key in " + path + " cannot be read: " + reason(e), e);
        }
    }

    /** The one of another name in the same folder. */
    KeyFile beside(String name) {
        return new KeyFile(folder().resolve(name), random);
    }

    /** Puts the key in the place of whatever is there. */
    void write(MasterKey key) {
        written(() -> {
            Path whole = whole(key);
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        });
    }

    /** Puts this file in the place of another; no reader finds none, or half of one. */
    void moveTo(KeyFile other) {
        written(() -> {
            Files.move(path, other.path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder());
        });
    }

    /** Makes it the same people's as another, or as the folder where there is no other. */
    void belongLike(KeyFile other) {
        written(() -> {
            Ownership model = Ownership.of(Files.exists(other.path) ? other.path : folder());
            if (model != null) model.giveTo(path);
        });
    }

    void delete() {
        written(() -> Files.deleteIfExists(path));
    }

    private void written(Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new CannotStartException("the key cannot be written to " + path + ": " + reason(e), e);
        }
    }

    @FunctionalInterface
    private interface Writing {
        void run() throws IOException;
    }

    /** Makes a key, unless another process has just made one: then that is the key. */
    MasterKey create() {
        written(() -> writeOnce(MasterKey.draw(random)));
        return read().orElseThrow(() -> new CannotStartException("the key " + path + " vanished after it was written"));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a key lies in a folder");
    }

    /** A link either puts the whole file in place or fails: no reader sees half a key, no writer replaces one. */
    private void writeOnce(MasterKey key) throws IOException {
        Path whole = whole(key);
        try {
            Files.createLink(path, whole);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(path)) throw e;
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A file of its own, on the disk before it gets its name: a power cut must not leave an empty key. */
    private Path whole(MasterKey key) throws IOException {
        Files.createDirectories(folder());
        Path whole = Files.createTempFile(folder(), "key", ".new", ownerOnly(folder()));
        Files.writeString(whole, key.text() + "\n");
        force(whole);
        return whole;
    }

    private static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path folder) {
        try {
            boolean posix = Files.getFileStore(folder).supportsFileAttributeView("posix");
            return posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY))
                    }
                    : new FileAttribute<?>[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
