package io.curtaincall.embedded.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Closing tidies up, and must neither fail nor lose anything whatever lies in the file, and wherever. */
class StoreClosingTest {
    private static final int MAPS = 4;
    private static final int KEYS = 2000;
    private static final int LIVES = 3;

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void what_was_written_is_there_after_every_close() {
        for (int seed = 1; seed <= 12; seed++) {
            Random random = new Random(seed);
            Path store = folder.resolve("store" + seed);
            Map<String, String> written = new HashMap<>();
            for (int life = 0; life < LIVES; life++) {
                try (Storage storage = new StoreFile(store).open()) {
                    for (int i = random.nextInt(120); i >= 0; i--) change(storage, random, written);
                }
                assertThat(read(store)).as("seed %d, life %d", seed, life).isEqualTo(written);
            }
        }
    }

    @Test
    void closing_wins_back_what_was_overwritten() throws IOException {
        try (Storage storage = new StoreFile(folder).open()) {
            for (int i = 0; i < 500; i++) {
                byte[] value = text(i % 5 + "x".repeat(1000));
                byte[] key = text("key" + i % 20);
                storage.commits().durably(() -> storage.documents("db.map0").put(key, value));
            }
        }
        assertThat(Files.size(folder.resolve("store.mv"))).isLessThan(500_000);
    }

    @Test
    void what_was_written_is_known_to_be_on_disk_when_a_sync_returns() {
        SyncedVersion onDisk = new SyncedVersion(folder.resolve("store.mv"), folder.resolve("store.synced"));
        try (Storage storage = new StoreFile(folder).open()) {
            for (int i = 0; i < 50; i++) {
                long before = onDisk.read().orElse(0);
                byte[] text = text("written " + i);
                storage.commits().durably(() -> storage.documents("db.map0").put(text, text));
                storage.sync();
                assertThat(onDisk.read().orElse(0)).isGreaterThan(before);
            }
        }
    }

    private static void change(Storage storage, Random random, Map<String, String> written) {
        int map = random.nextInt(MAPS);
        int first = random.nextInt(KEYS);
        int count = random.nextInt(3) == 0 ? 300 : 1;
        boolean remove = random.nextInt(4) == 0;
        storage.commits().durably(() -> {
            for (int key = first; key < first + count; key++) {
                String name = map + " " + key;
                String value = "v".repeat(random.nextInt(300)) + random.nextLong();
                if (remove) {
                    documents(storage, map).remove(text(name));
                    written.remove(name);
                } else {
                    documents(storage, map).put(text(name), text(value));
                    written.put(name, value);
                }
            }
            return written;
        });
    }

    private static Map<String, String> read(Path store) {
        try (Storage storage = new StoreFile(store).open()) {
            Map<String, String> found = new HashMap<>();
            for (int map = 0; map < MAPS; map++) {
                documents(storage, map).forEach((key, value) -> found.put(text(key), text(value)));
            }
            return found;
        }
    }

    private static MVMap<byte[], byte[]> documents(Storage storage, int map) {
        return storage.documents("db.map" + map);
    }

    private static byte[] text(String text) {
        return text.getBytes(UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
