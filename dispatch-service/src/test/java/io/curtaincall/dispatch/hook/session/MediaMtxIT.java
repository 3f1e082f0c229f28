package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.MEDIAMTX;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.embedded.EmbeddedMongo;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What MediaMTX has its commands send, by the script that is shipped and by hand. */
class MediaMtxIT {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Map<String, String> SETTINGS =
            Map.of("dispatch.hooks.grace", "1s", "dispatch.hooks.poll-every", "20ms");
    private static RunningIntake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(SETTINGS);
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void the_script_tells_a_recording_from_start_to_end_and_shows_the_url_to_nobody() throws Exception {
        MediaServer server = MediaServer.added(intake, "scripted", MEDIAMTX, folder);
        String file = server.recording("2026-11-21_20-32-32-719000.mp4").toString();
        script(server, "available", Map.of("MTX_PATH", "live/cam 1", "MTX_QUERY", "token=SECRET123"));
        script(server, "segment-create", Map.of("MTX_PATH", "live/cam 1", "MTX_SEGMENT_PATH", file));
        script(
                server,
                "segment-complete",
                Map.of("MTX_PATH", "live/cam 1", "MTX_SEGMENT_PATH", file, "MTX_SEGMENT_DURATION", "2.04"));
        script(server, "unavailable", Map.of("MTX_PATH", "live/cam 1"));
        server.awaitTold("STARTED live-cam 1", "FILE_COMPLETED live-cam 1", "OVER live-cam 1");
        assertThat(server.reported().getFirst().at("/data/inferred").isMissingNode())
                .isTrue();
        JsonNode completed = server.last("FILE_COMPLETED").at("/data");
        assertThat(completed.at("/app").textValue()).isEqualTo("live");
        assertThat(completed.at("/stream").textValue()).isEqualTo("cam 1");
        assertThat(completed.at("/file/sizeBytes").longValue()).isEqualTo(7812);
        assertThat(server.reported().toString()).doesNotContain("SECRET123");
    }

    @Test
    void the_get_of_the_servers_own_documentation_is_a_segment_that_is_complete() {
        MediaServer server = MediaServer.added(intake, "by-hand", MEDIAMTX, null);
        String query = "?path=site/a/cam1&segment_path=/rec/site/a/cam1/1795293152.mp4";
        assertThat(intake.get(server.path() + query).statusCode()).isEqualTo(200);
        assertThat(intake.get(server.path() + query + "&segment_duration=60.5").statusCode())
                .isEqualTo(200);
        server.awaitTold("STARTED site/a-cam1", "FILE_COMPLETED site/a-cam1");
    }

    @Test
    void what_the_get_says_of_size_and_duration_is_passed_on() {
        MediaServer server = MediaServer.added(intake, "sized", MEDIAMTX, null);
        intake.get(server.path() + "?path=cam1&segment_path=/rec/cam1/1.mp4&segment_duration=60.5&size=1000");
        server.awaitTold("STARTED live-cam1", "FILE_COMPLETED live-cam1");
        JsonNode file = server.last("FILE_COMPLETED").at("/data/file");
        assertThat(file.at("/durationSeconds").doubleValue()).isEqualTo(60.5);
        assertThat(file.at("/sizeBytes").longValue()).isEqualTo(1000);
        assertThat(file.at("/format").textValue()).isEqualTo("mp4");
    }

    @Test
    void segments_of_one_stream_are_one_task_and_a_hook_that_is_sent_again_is_the_same() {
        MediaServer server = MediaServer.added(intake, "rolling", MEDIAMTX, null);
        for (int i = 1; i <= 3; i++) {
            hook(server, "segment-create", "segment_path=/rec/cam1/" + i + ".mp4");
            hook(server, "segment-create", "segment_path=/rec/cam1/" + i + ".mp4");
            hook(server, "segment-complete", "segment_duration=60&segment_path=/rec/cam1/" + i + ".mp4");
            hook(server, "segment-complete", "segment_duration=60&segment_path=/rec/cam1/" + i + ".mp4");
        }
        hook(server, "unavailable", "id=1");
        hook(server, "unavailable", "id=1");
        String name = "live-cam1";
        server.awaitTold(
                "STARTED " + name,
                "FILE_COMPLETED " + name,
                "FILE_COMPLETED " + name,
                "FILE_COMPLETED " + name,
                "OVER " + name);
        assertThat(server.last("OVER").at("/data/totals/durationSeconds").doubleValue())
                .isEqualTo(180);
    }

    @Test
    void the_last_segment_may_be_told_after_the_publisher_is_back() {
        MediaServer server = MediaServer.added(intake, "back", MEDIAMTX, null);
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4");
        hook(server, "unavailable", "id=1");
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4");
        hook(server, "segment-complete", "segment_path=/rec/cam1/1.mp4");
        String name = "live-cam1";
        server.awaitTold("STARTED " + name, "STARTED " + name, "FILE_COMPLETED " + name, "OVER " + name);
        assertThat(server.last("OVER").at("/data/taskId"))
                .isEqualTo(server.last("FILE_COMPLETED").at("/data/taskId"));
    }

    @Test
    void an_end_that_is_tried_again_after_the_publisher_is_back_ends_nothing() {
        MediaServer server = MediaServer.added(intake, "tried-again", MEDIAMTX, null);
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=100-1");
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=120-1");
        hook(server, "unavailable", "id=110-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/1.mp4&id=121-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/2.mp4&id=129-1");
        hook(server, "unavailable", "id=130-1");
        String name = "live-cam1";
        server.awaitTold("STARTED " + name, "FILE_COMPLETED " + name, "FILE_COMPLETED " + name, "OVER " + name);
    }

    @Test
    void a_beginning_that_is_tried_again_after_the_end_begins_nothing() {
        MediaServer server = MediaServer.added(intake, "begun-late", MEDIAMTX, null);
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=100-1");
        hook(server, "unavailable", "id=110-1");
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=105-1");
        String name = "live-cam1";
        server.awaitTold("STARTED " + name, "FAILED " + name + " NO_FILE");
    }

    @Test
    void a_try_that_comes_late_is_known_after_a_restart() {
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory()) {
            MediaServer server;
            try (RunningIntake first = RunningIntake.on(mongo, SETTINGS)) {
                server = MediaServer.added(first, "restarted", MEDIAMTX, null);
                hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=100-1");
                hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=120-1");
                server.awaitTold("STARTED live-cam1");
            }
            try (RunningIntake second = RunningIntake.on(mongo, SETTINGS)) {
                MediaServer same = server.against(second);
                hook(same, "unavailable", "id=110-1");
                hook(same, "segment-complete", "segment_path=/rec/cam1/2.mp4&id=129-1");
                hook(same, "unavailable", "id=130-1");
                same.awaitTold("STARTED live-cam1", "FILE_COMPLETED live-cam1", "OVER live-cam1");
                assertThat(same.last("OVER").at("/data/totals/files").intValue())
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void within_one_second_the_parts_of_it_tell_the_next_beginning_from_the_end_before_it() {
        MediaServer server = MediaServer.added(intake, "one-second", MEDIAMTX, null);
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=100.05-1");
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=100.951-1");
        hook(server, "unavailable", "id=100.1-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/1.mp4&id=101.000000001-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/2.mp4&id=129.5-1");
        hook(server, "unavailable", "id=130.7-1");
        String name = "live-cam1";
        server.awaitTold("STARTED " + name, "FILE_COMPLETED " + name, "FILE_COMPLETED " + name, "OVER " + name);
    }

    @Test
    void processes_that_overtake_each_other_are_followed_in_the_order_they_come() {
        MediaServer server = MediaServer.added(intake, "overtaken", MEDIAMTX, null);
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=100.000-1");
        hook(server, "unavailable", "id=110.002-1");
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=110.001-1");
        String name = "live-cam1";
        server.awaitTold("STARTED " + name, "STARTED " + name, "FAILED " + name + " NO_FILE");
    }

    @Test
    void a_servers_clock_that_was_set_back_hides_neither_an_end_nor_a_beginning() {
        MediaServer server = MediaServer.added(intake, "set-back", MEDIAMTX, null);
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=9000-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/1.mp4&id=5400-1");
        hook(server, "unavailable", "id=5400-2");
        String name = "live-cam1";
        server.awaitTold("STARTED " + name, "FILE_COMPLETED " + name, "OVER " + name);
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=1800-1");
        server.awaitTold("STARTED " + name, "FILE_COMPLETED " + name, "OVER " + name, "STARTED " + name);
    }

    @Test
    void a_recording_whose_beginning_comes_after_its_end_is_told_whole() {
        MediaServer server = MediaServer.added(intake, "turned", MEDIAMTX, null);
        String name = "live-cam1";
        hook(server, "unavailable", "id=110-1");
        hook(server, "segment-create", "segment_path=/rec/cam1/1.mp4&id=105-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/1.mp4&id=110-2");
        server.awaitTold("STARTED " + name, "FILE_COMPLETED " + name, "OVER " + name);
        hook(server, "unavailable", "id=160-1");
        hook(server, "segment-create", "segment_path=/rec/cam1/2.mp4&id=150-1");
        hook(server, "segment-complete", "segment_path=/rec/cam1/2.mp4&id=160-2");
        server.awaitTold(
                "STARTED " + name,
                "FILE_COMPLETED " + name,
                "OVER " + name,
                "STARTED " + name,
                "FILE_COMPLETED " + name,
                "OVER " + name);
    }

    @Test
    void an_end_that_is_known_before_any_file_is_told_with_the_first() {
        MediaServer server = MediaServer.added(intake, "end-first", MEDIAMTX, null);
        hook(server, "unavailable", "id=110-1");
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(5))
                .until(() -> server.told().isEmpty());
        hook(server, "segment-complete", "segment_path=/rec/cam1/1.mp4&id=110-2");
        server.awaitTold("STARTED live-cam1", "FILE_COMPLETED live-cam1", "OVER live-cam1");
    }

    @Test
    void a_segment_that_is_told_again_late_is_not_taken_for_the_one_being_written() throws IOException {
        Map<String, String> impatient = Map.of(
                "dispatch.hooks.grace", "1s", "dispatch.hooks.poll-every", "20ms", "dispatch.hooks.orphan-after", "3s");
        try (RunningIntake hasty = RunningIntake.start(impatient)) {
            MediaServer server = MediaServer.added(hasty, "growing", MEDIAMTX, folder);
            Path first = server.recording("1.mp4");
            Files.setLastModifiedTime(first, FileTime.from(Instant.now().minusSeconds(60)));
            Path second = server.recording("2.mp4");
            Files.setLastModifiedTime(second, FileTime.from(Instant.now().plusSeconds(60)));
            hook(server, "segment-create", "segment_path=" + second + "&id=120-1");
            hook(server, "segment-create", "segment_path=" + first + "&id=100-1");
            await().during(Duration.ofSeconds(5))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> server.told().equals(List.of("STARTED live-cam1")));
        }
    }

    @Test
    void a_get_that_says_nothing_is_kept_and_acknowledged() {
        MediaServer server = MediaServer.added(intake, "silent", MEDIAMTX, null);
        assertThat(intake.get(server.path()).statusCode()).isEqualTo(200);
        assertThat(intake.get("/hooks/mediamtx/gu3ss3d?path=a").statusCode()).isEqualTo(404);
    }

    private static void hook(MediaServer server, String event, String more) {
        String form = "event=" + event + "&path=cam1&" + more;
        assertThat(server.intake().post(server.path(), "", FORM, form).statusCode())
                .isEqualTo(200);
    }

    private void script(MediaServer server, String event, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path script = folder.resolve("mediamtx-hook.sh");
        Files.copy(HookScript.FOLDER.resolve("mediamtx-hook.sh"), script, StandardCopyOption.REPLACE_EXISTING);
        Files.writeString(folder.resolve("mediamtx-hook.url"), "http://localhost:" + intake.port() + server.path());
        HookScript.run(script, environment, event);
    }
}
