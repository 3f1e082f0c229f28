package io.curtaincall.access.key;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.MasterKey;
import io.curtaincall.access.start.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void without_a_file_there_is_no_key() {
        assertThat(file().read()).isEmpty();
    }

    @Test
    void a_key_that_was_made_is_read_again() {
        MasterKey made = file().create();

        assertThat(file().read().orElseThrow().id()).isEqualTo(made.id());
    }

    @Test
    void only_its_owner_may_read_it_and_nothing_else_is_left_in_the_folder() throws IOException {
        file().create();

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("key"))))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryContaining("glob:**/key").isDirectoryNotContaining("glob:**.new");
    }

    @Test
    void of_many_that_make_a_key_at_once_all_get_the_same() throws Exception {
        List<Future<MasterKey>> keys = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < 8; i++) keys.add(threads.submit(() -> file().create()));
        }

        assertThat(keys.stream().map(key -> key.resultNow().id()).distinct()).hasSize(1);
    }

    @Test
    void a_damaged_key_is_told_and_left_as_it_is() throws IOException {
        Files.writeString(folder.resolve("key"), "c2hvcnQ=");

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("damaged");
        assertThat(folder.resolve("key")).hasContent("c2hvcnQ=");
    }

    @Test
    void bytes_that_are_no_text_are_a_damaged_key_too() throws IOException {
        Files.write(folder.resolve("key"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

        assertThatThrownBy(() -> file().read())
                .isInstanceOf(CannotStartException.class)
                .hasMessageContaining("damaged");
    }

    private KeyFile file() {
        return new KeyFile(folder.resolve("key"), new SecureRandom());
    }
}
