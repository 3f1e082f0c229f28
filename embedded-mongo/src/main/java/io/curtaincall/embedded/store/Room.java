package io.curtaincall.embedded.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the disk has room for another while of writing. A write that the disk refuses would close the store; so none
 * is begun when little is left, and all goes on by itself once there is room again.
 */
final class Room {
    private static final Logger LOG = LoggerFactory.getLogger(Room.class);
    /** More than is written between two looks. */
    private static final long RESERVE = 64L << 20;

    private final LongSupplier usable;
    private volatile boolean full;

    Room(LongSupplier usable) {
        this.usable = usable;
        look();
    }

    static Room unlimited() {
        return new Room(() -> Long.MAX_VALUE);
    }

    static long usable(Path folder) {
        try {
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What cannot be told counts as room: then the disk itself has to refuse. */
    void look() {
        long left = left();
        boolean now = left < RESERVE;
        if (now && !full)
            LOG.error("The disk is full: {} MiB are left; nothing is written until there is room", left >> 20);
        if (!now && full) LOG.info("There is room on the disk again");
        full = now;
    }

    private long left() {
        try {
            return usable.getAsLong();
        } catch (UncheckedIOException e) {
            LOG.debug("How much room the disk has cannot be told", e);
            return Long.MAX_VALUE;
        }
    }

    boolean isFull() {
        return full;
    }
}
