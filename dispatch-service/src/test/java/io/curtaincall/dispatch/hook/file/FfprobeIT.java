package io.curtaincall.dispatch.hook.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.curtaincall.dispatch.hook.file.Examination.Bad;
import io.curtaincall.dispatch.hook.file.Examination.Fault;
import io.curtaincall.dispatch.hook.file.Examination.Good;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FfprobeIT {
    @TempDir
    private Path folder;

    private final Examiner examiner = new Examiner(new Ffprobe("ffprobe", Duration.ofSeconds(60)));

    @Test
    void a_recording_tells_its_duration_picture_and_codecs() throws IOException, InterruptedException {
        assumeFfprobe();
        Good good = (Good) examine(write("a.flv", recording()));
        assertThat(good.sizeBytes()).isEqualTo(7447);
        assertThat(good.media()).isEqualTo(new Media(2.2, 64, 36, "h264", "aac"));
    }

    @Test
    void a_file_that_starts_with_zeros_is_unreadable() throws IOException, InterruptedException {
        assumeFfprobe();
        byte[] truncated = recording();
        java.util.Arrays.fill(truncated, 0, 1000, (byte) 0);
        assertThat(examine(write("a.flv", truncated)))
                .isInstanceOfSatisfying(
                        Bad.class, bad -> assertThat(bad.fault()).isEqualTo(Fault.FILE_UNREADABLE));
    }

    @Test
    void a_play_list_in_disguise_opens_nothing_else() throws IOException, InterruptedException {
        assumeFfprobe();
        Path secret = write("secret.flv", recording());
        String list = "#EXTM3U\n#EXTINF:2,\nfile://" + secret + "\n#EXT-X-ENDLIST\n";
        assertThat(examine(write("a.flv", list.getBytes(java.nio.charset.StandardCharsets.UTF_8))))
                .isInstanceOfSatisfying(
                        Bad.class, bad -> assertThat(bad.fault()).isEqualTo(Fault.FILE_UNREADABLE));
    }

    @Test
    void without_ffprobe_the_size_is_all_there_is() throws IOException, InterruptedException {
        Examiner blind = new Examiner(new Ffprobe("no-such-probe", Duration.ofSeconds(1)));
        Good good = (Good) blind.examine(write("a.flv", recording()).toString(), root());
        assertThat(good.sizeBytes()).isEqualTo(7447);
        assertThat(good.media()).isEqualTo(Media.UNKNOWN);
    }

    private Examination examine(Path file) throws InterruptedException {
        return examiner.examine(file.toString(), root());
    }

    private RecordRoot root() {
        return RecordRoot.at(folder.toString(), folder.toString(), real -> true).orElseThrow();
    }

    private Path write(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private static byte[] recording() throws IOException {
        try (InputStream media =
                Objects.requireNonNull(FfprobeIT.class.getResourceAsStream("/media/two-seconds.flv"))) {
            return media.readAllBytes();
        }
    }

    private static void assumeFfprobe() {
        boolean found = Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "ffprobe")));
        boolean required = "1".equals(System.getenv("CURTAINCALL_REQUIRE_MEDIA"));
        assumeTrue(found || required, "ffprobe is not installed");
    }
}
