package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedMongoIT {
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    @TempDir
    private Path folder;

    @Test
    void what_was_written_is_there_after_reopening() {
        serving(things -> {
            things.createIndex(new Document("name", 1));
            things.insertMany(IntStream.range(0, 1000)
                    .mapToObj(i -> new Document("_id", i).append("name", "n" + i % 10))
                    .toList());
        });
        serving(things -> {
            assertThat(things.countDocuments()).isEqualTo(1000);
            assertThat(things.countDocuments(new Document("name", "n3"))).isEqualTo(100);
            assertThat(things.listIndexes().map(index -> index.get("name")))
                    .containsExactlyInAnyOrder("_id_", "name_1");
            assertThat(things.createIndex(new Document("name", 1))).isEqualTo("name_1");
        });
    }

    @Test
    void a_folder_in_use_is_refused_at_once_and_left_alone() throws IOException {
        try (EmbeddedMongo open = EmbeddedMongo.open(folder, ANY_PORT)) {
            assertThat(open.port()).isPositive();
            assertThatThrownBy(() -> EmbeddedMongo.open(folder, ANY_PORT))
                    .isInstanceOf(StoreLockedException.class)
                    .hasMessage("The data folder %s is in use by another process.", folder);
            try (var files = Files.list(folder)) {
                assertThat(files).hasSize(1);
            }
        }
    }

    @Test
    void a_port_in_use_leaves_no_trace() throws IOException {
        Path fresh = folder.resolve("a/b");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            InetSocketAddress address = new InetSocketAddress(taken.getInetAddress(), taken.getLocalPort());
            assertThatThrownBy(() -> EmbeddedMongo.open(fresh, address))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageMatching(
                            ".*cannot listen on .*:%d: Address already in use".formatted(taken.getLocalPort()));
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void a_file_that_is_no_store_is_refused_and_left_alone() throws IOException {
        byte[] noise = new byte[100_000];
        RandomGenerator.of("L64X128MixRandom").nextBytes(noise);
        refusedAndUntouched(noise);
    }

    @Test
    void a_file_that_lost_its_end_is_refused_and_left_alone() throws IOException {
        serving(things -> {
            for (int i = 0; i < 30; i++) {
                things.insertOne(new Document("_id", i).append("text", "x".repeat(10_000)));
            }
        });
        byte[] whole = Files.readAllBytes(file());
        refusedAndUntouched(Arrays.copyOf(whole, whole.length / 2));
        refusedAndUntouched(Arrays.copyOf(whole, whole.length - 5000));
    }

    @Test
    void whatever_bytes_of_a_file_are_changed_it_is_read_or_refused_and_left_alone() throws IOException {
        serving(things -> things.insertMany(IntStream.range(0, 500)
                .mapToObj(i -> new Document("_id", i).append("text", "x".repeat(500)))
                .toList()));
        byte[] whole = Files.readAllBytes(file());
        for (int stride : new int[] {97, 501, 1003, 3001, 10_000}) {
            byte[] changed = whole.clone();
            for (int i = 8192; i < changed.length; i += stride) changed[i] ^= (byte) 0xff;
            Files.write(file(), changed);
            try {
                assertThat(EmbeddedMongo.glance(folder, "things").empty()).isFalse();
            } catch (StoreDamagedException e) {
                assertThat(e).hasMessageContaining("damaged");
            }
            assertThat(Files.readAllBytes(file())).isEqualTo(changed);
        }
    }

    @Test
    void a_file_in_the_place_of_the_folder_is_told_and_left_alone() throws IOException {
        Path file = Files.writeString(folder.resolve("store"), "mine");
        assertThatThrownBy(() -> EmbeddedMongo.open(file, ANY_PORT))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("The folder %s of the store cannot be used: it is not a folder", file);
        assertThat(file).hasContent("mine");
    }

    @Test
    void a_glance_sees_what_there_is_and_changes_no_byte() throws IOException {
        assertThat(EmbeddedMongo.glance(folder, "things").first("things")).isEmpty();
        assertThat(folder).isEmptyDirectory();
        serving(things -> things.insertOne(new Document("_id", 7)));
        byte[] before = Files.readAllBytes(file());
        StoreGlance glance = EmbeddedMongo.glance(folder, "things", "others");
        assertThat(glance.first("things").orElseThrow()).containsEntry("_id", 7);
        assertThat(glance.first("others")).isEmpty();
        assertThat(glance.empty()).isFalse();
        assertThat(Files.readAllBytes(file())).isEqualTo(before);
        Files.write(file(), new byte[0]);
        assertThat(EmbeddedMongo.glance(folder, "things").empty()).isTrue();
    }

    private void refusedAndUntouched(byte[] damaged) throws IOException {
        Files.write(file(), damaged);
        assertThatThrownBy(() -> EmbeddedMongo.open(folder, ANY_PORT))
                .isInstanceOf(StoreDamagedException.class)
                .hasMessage("The store file %s is damaged and was left untouched.", file());
        assertThat(Files.readAllBytes(file())).isEqualTo(damaged);
    }

    @Test
    void closing_with_clients_connected_takes_little_time() {
        EmbeddedMongo open = EmbeddedMongo.open(folder, ANY_PORT);
        try (MongoClient client = MongoClients.create(open.uri())) {
            client.getDatabase("curtaincall").getCollection("things").insertOne(new Document());
            long start = System.nanoTime();
            open.close();
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void a_store_in_memory_serves_the_same() {
        try (EmbeddedMongo open = EmbeddedMongo.inMemory();
                MongoClient client = MongoClients.create(open.uri())) {
            MongoCollection<Document> things = client.getDatabase("curtaincall").getCollection("things");
            things.createIndex(new Document("name", -1));
            things.insertOne(new Document("_id", Long.MAX_VALUE).append("name", "a"));
            assertThat(things.find(new Document("name", "a")).first()).containsEntry("_id", Long.MAX_VALUE);
        }
    }

    private void serving(Consumer<MongoCollection<Document>> use) {
        try (EmbeddedMongo open = EmbeddedMongo.open(folder, ANY_PORT);
                MongoClient client = MongoClients.create(open.uri())) {
            use.accept(client.getDatabase("curtaincall").getCollection("things"));
        }
    }

    private Path file() {
        return folder.resolve("store.mv");
    }
}
