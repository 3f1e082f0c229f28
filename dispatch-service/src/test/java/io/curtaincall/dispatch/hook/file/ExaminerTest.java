package io.curtaincall.dispatch.hook.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.hook.file.Examination.Good;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExaminerTest {
    private final List<Path> probed = new ArrayList<>();
    private final Examiner examiner = new Examiner(file -> {
        probed.add(file);
        return new MediaProbe.Unreadable();
    });

    @Test
    void a_playlist_is_measured_and_never_probed_as_it_names_other_files(@TempDir Path folder) throws Exception {
        Path root = folder.toRealPath();
        Path playlist = Files.writeString(root.resolve("a.m3u8"), "#EXTM3U\nfile:///etc/passwd\n");
        Examination seen = examiner.examine(
                playlist.toString(),
                RecordRoot.at(root.toString(), root.toString(), path -> true).orElseThrow());
        long size = Files.size(playlist);
        assertThat(seen).isInstanceOfSatisfying(Good.class, good -> {
            assertThat(good.sizeBytes()).isEqualTo(size);
            assertThat(good.media()).isEqualTo(Media.UNKNOWN);
        });
        assertThat(probed).isEmpty();
    }
}
