package io.curtaincall.embedded.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.embedded.StoreDamagedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreFileTest {
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

    private static Object sneak(Throwable failure) {
        if (failure instanceof Error error) throw error;
        throw (RuntimeException) failure;
    }
}
