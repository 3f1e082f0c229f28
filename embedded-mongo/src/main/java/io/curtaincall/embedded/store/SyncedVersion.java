package io.curtaincall.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;

/**
 * The newest version of a store that is known to be on disk, in a file of its own: written only after that is so. A store
 * that is older than this has lost something; one that is only older than its own header says has not, as losing power
 * may leave a header whose version never reached the disk.
 */
final class SyncedVersion {
    private final Path store;
    private final Path file;

    SyncedVersion(Path store, Path file) {
        this.store = store;
        this.file = file;
    }

    /** Nothing if the store is of a time before there was such a file. */
    OptionalLong read() {
        try {
            byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
            return bytes.length == Long.BYTES
                    ? OptionalLong.of(ByteBuffer.wrap(bytes).getLong())
                    : OptionalLong.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Eight bytes in place, which no disk writes half. */
    void write(long version) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(Long.BYTES).putLong(version).flip(), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sees to it itself that the store, which nobody writes to any more, is on disk. */
    void force(long version) {
        try (FileChannel channel = FileChannel.open(store, StandardOpenOption.WRITE)) {
            channel.force(true);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        write(version);
    }

    /** Of a store that is gone. */
    void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
