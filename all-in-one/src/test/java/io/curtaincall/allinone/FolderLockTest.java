package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.start.CannotStartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderLockTest {
    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void the_second_on_a_folder_is_told_of_the_first_and_may_when_that_has_ended() {
        try (FolderLock first = FolderLock.of(folder)) {
            assertThat(first.held()).isNotNull();
            assertThatThrownBy(() -> FolderLock.of(folder))
                    .isInstanceOf(CannotStartException.class)
                    .hasMessage("another 'rekey' is at work on the data folder " + folder);
        }
        FolderLock.of(folder).close();
    }

    @Test
    void another_folder_is_another_matter_and_one_that_is_not_there_is_not_made() throws IOException {
        Path other = Files.createDirectory(folder.resolve("other"));
        try (FolderLock first = FolderLock.of(folder);
                FolderLock second = FolderLock.of(other)) {
            assertThat(first.held()).isNotEqualTo(second.held());
        }
        FolderLock.of(folder.resolve("none")).close();
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void its_file_is_whose_the_folder_is() throws IOException {
        FolderLock.of(folder).close();
        assertThat(Files.getOwner(folder.resolve("rekey.lock"))).isEqualTo(Files.getOwner(folder));
    }
}
