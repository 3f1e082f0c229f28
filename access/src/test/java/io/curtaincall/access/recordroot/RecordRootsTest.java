package io.curtaincall.access.recordroot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecordRootsTest {
    @ParameterizedTest
    @CsvSource({
        "/srv/rec, true",
        "/srv/rec/acme, true",
        "/srv/rec/../rec/a, true",
        "/srv/recordings, false",
        "/srv/rec/../../etc, false",
        "/srv, false",
        "/, false",
        "srv/rec, false"
    })
    void a_folder_is_held_by_what_it_is_below(String folder, boolean held) {
        assertThat(RecordRoots.of(List.of("/srv/rec", "/srv/media")).holdByName(folder))
                .isEqualTo(held);
    }

    @Test
    void none_hold_nothing() {
        assertThat(RecordRoots.of(List.of()).holdByName("/srv/rec")).isFalse();
    }

    @Test
    void a_root_that_is_a_link_holds_what_is_really_there(@TempDir Path real, @TempDir Path other) throws IOException {
        Path link = Files.createSymbolicLink(other.resolve("root"), real);
        RecordRoots roots = RecordRoots.of(List.of(link.toString(), "/no/such/folder"));
        assertThat(roots.holdReal(real.toRealPath())).isTrue();
        assertThat(roots.holdReal(other.toRealPath())).isFalse();
    }

    @Test
    void a_root_that_is_not_absolute_is_refused() {
        assertThatThrownBy(() -> RecordRoots.of(List.of("rec"))).hasMessageContaining("curtaincall.hooks.record-roots");
    }
}
