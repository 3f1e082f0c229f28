package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.curtaincall.embedded.StoreDamagedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.h2.mvstore.MVStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {
    /** Two copies, each in a block of its own. */
    private static final int HEADERS = 2 * 4096;

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void pages_that_lead_round_in_circles_until_the_stack_ends_are_damage() {
        StoreFile file = new StoreFile(folder);

        for (Throwable end :
                new Throwable[] {new StackOverflowError(), new OutOfMemoryError(), new ArithmeticException()}) {
            assertThatThrownBy(() -> file.reading(() -> sneak(end)))
                    .isInstanceOf(StoreDamagedException.class)
                    .hasCause(end);
        }
    }

    @Test
    void what_cannot_be_taken_back_does_not_hide_why() throws Exception {
        StoreFile file = new StoreFile(folder.resolve("store"));
        Files.createDirectories(folder.resolve("store/store.mv/in-the-way"));
        RuntimeException why = new RuntimeException("why");

        file.removeCreated(why);

        assertThat(why.getSuppressed()).hasSize(1);
    }

    @Test
    void a_header_that_reached_the_disk_before_what_it_names_is_no_damage() throws Exception {
        Path file = folder.resolve("store.mv");
        byte[] newer;
        try (Storage storage = new StoreFile(folder).open()) {
            write(storage, 1);
        }
        byte[] synced = Files.readAllBytes(file);
        byte[] version = Files.readAllBytes(folder.resolve("store.synced"));
        try (Storage storage = new StoreFile(folder).open()) {
            for (long fact = 2; fact < 200; fact++) write(storage, fact);
            newer = Files.readAllBytes(file);
        }
        System.arraycopy(newer, 0, synced, 0, HEADERS);
        Files.write(file, synced);
        Files.write(folder.resolve("store.synced"), version);

        try (Storage storage = new StoreFile(folder).open()) {
            assertThat(storage.facts()).containsEntry("fact", 1L);
        }
    }

    @Test
    void a_store_older_than_what_is_known_to_have_been_on_disk_is_damage() throws Exception {
        Path file = folder.resolve("store.mv");
        try (Storage storage = new StoreFile(folder).open()) {
            write(storage, 1);
        }
        byte[] old = Files.readAllBytes(file);
        try (Storage storage = new StoreFile(folder).open()) {
            write(storage, 2);
        }
        Files.write(file, old);

        assertThatThrownBy(() -> new StoreFile(folder).open())
                .isInstanceOf(StoreDamagedException.class)
                .hasMessageContaining("left untouched");
    }

    @Test
    void of_a_store_that_a_failure_closed_no_more_is_known_than_before() throws Exception {
        Path file = folder.resolve("store.mv");
        Path version = folder.resolve("store.synced");
        try (MVStore store = new MVStore.Builder()
                .fileName(file.toString())
                .autoCommitDisabled()
                .open()) {
            Housekeeping housekeeping = new Housekeeping(
                    store, new GroupCommit(store::commit), new SyncedVersion(file, version), Room.unlimited());
            await().until(() -> Files.exists(version) && Files.size(version) > 0);
            store.closeImmediately();
            byte[] known = new byte[] {1};
            Files.write(version, known);

            housekeeping.closeStore(Duration.ZERO);

            assertThat(Files.readAllBytes(version)).isEqualTo(known);
        }
    }

    @Test
    void a_new_store_does_not_answer_for_one_that_was_taken_away() throws Exception {
        try (Storage storage = new StoreFile(folder).open()) {
            for (long fact = 1; fact < 50; fact++) write(storage, fact);
        }
        Files.delete(folder.resolve("store.mv"));
        new StoreFile(folder).open().close();

        try (Storage storage = new StoreFile(folder).open()) {
            assertThat(storage.facts()).isEmpty();
        }
    }

    private static void write(Storage storage, long fact) {
        storage.commits().durably(() -> storage.facts().put("fact", fact));
    }

    private static Object sneak(Throwable failure) {
        if (failure instanceof Error error) throw error;
        throw (RuntimeException) failure;
    }
}
