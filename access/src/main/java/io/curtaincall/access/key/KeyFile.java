package io.curtaincall.access.key;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.Optional;

/** The master key, in base64, beside the store: made once, readable by its owner only, the first to make it wins. */
final class KeyFile {
    private static final int KEY_BYTES = 32;
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

    /** Makes a key, unless another process has just made one: then that is the key. */
    MasterKey create() {
        try {
            Files.createDirectories(folder());
            writeOnce(draw() + "\n");
        } catch (IOException e) {
            throw new CannotStartException("the key cannot be written to " + path + ": " + reason(e), e);
        }
        return read().orElseThrow(() -> new CannotStartException("the key " + path + " vanished after it was written"));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    private Path folder() {
        return Objects.requireNonNull(path.toAbsolutePath().getParent(), "a key lies in a folder");
    }

    private String draw() {
        byte[] bytes = new byte[KEY_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** A link either puts the whole file in place or fails: no reader sees half a key, no writer replaces one. */
    private void writeOnce(String text) throws IOException {
        Path folder = folder();
        Path whole = Files.createTempFile(folder, "key", ".new", ownerOnly(folder));
        try {
            Files.writeString(whole, text);
            Files.createLink(path, whole);
        } catch (FileAlreadyExistsException e) {
            if (!Files.isRegularFile(path)) throw e;
        } finally {
            Files.deleteIfExists(whole);
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
