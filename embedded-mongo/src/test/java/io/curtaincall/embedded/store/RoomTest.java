package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RoomTest {
    private static final long MIB = 1 << 20;

    private final AtomicLong left = new AtomicLong(1_000 * MIB);
    private final Room room = new Room(left::get);

    @Test
    void a_disk_is_full_before_its_last_byte_and_no_longer_once_there_is_room() {
        assertThat(room.isFull()).isFalse();
        left.set(20 * MIB);
        room.look();
        assertThat(room.isFull()).isTrue();
        left.set(100 * MIB);
        room.look();
        assertThat(room.isFull()).isFalse();
    }

    @Test
    void a_disk_that_does_not_tell_has_room() {
        Room unknown = new Room(() -> {
            throw new UncheckedIOException(new IOException("no such file system"));
        });
        assertThat(unknown.isFull()).isFalse();
    }
}
