package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.ANT_MEDIA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.intake.RunningIntake;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Ant Media Server sends, built from its source. */
class AntMediaIT {
    private static final String CLIENT = "LiveApp-demo";
    private static RunningIntake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of(
                "dispatch.hooks.grace",
                "1s",
                "dispatch.hooks.files-follow",
                "3s",
                "dispatch.hooks.poll-every",
                "20ms"));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_stream_is_over_when_its_files_are_made_and_ended_when_the_publisher_left() {
        MediaServer server = MediaServer.added(intake, "ams", ANT_MEDIA, null);
        for (String hook : new String[] {"liveStreamStarted.json", "liveStreamEnded.json", "vodReady.json"}) {
            assertThat(server.built(hook)).isEqualTo("ok");
        }
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        JsonNode file = server.last("FILE_COMPLETED").at("/data/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("vod:LiveApp/301923847263549081726354/demo.mp4");
        assertThat(file.at("/format").textValue()).isEqualTo("mp4");
        assertThat(file.at("/durationSeconds").doubleValue()).isEqualTo(9.983);
        assertThat(server.last("OVER").at("/time").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
        assertThat(server.reported().getFirst().at("/data/inferred").booleanValue())
                .isTrue();
    }

    @Test
    void below_the_record_root_the_file_is_looked_at() {
        MediaServer server = MediaServer.added(intake, "ams-root", ANT_MEDIA, folder);
        server.recording("demo.mp4");
        server.built("liveStreamStarted.json");
        server.built("vodReady.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT);
        JsonNode file = server.last("FILE_COMPLETED").at("/data/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("file://" + folder + "/demo.mp4");
        assertThat(file.at("/sizeBytes").longValue()).isEqualTo(7812);
    }

    @Test
    void a_form_means_the_same_and_what_comes_again_is_the_same() {
        MediaServer server = MediaServer.added(intake, "ams-form", ANT_MEDIA, null);
        server.post("liveStreamStarted.form", "", "application/x-www-form-urlencoded");
        server.built("liveStreamStarted.json");
        server.built("vodReady.json");
        server.built("vodReady.json");
        server.built("liveStreamEnded.json");
        server.built("liveStreamEnded.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
    }

    @Test
    void renditions_are_files_of_their_own_and_add_up_to_no_longer_stream() {
        MediaServer server = MediaServer.added(intake, "ams-renditions", ANT_MEDIA, null);
        server.built("liveStreamStarted.json");
        server.built("liveStreamEnded.json");
        server.post("vodReady.json", "?format=webm", "application/json");
        server.post(
                "vodReady.json",
                "",
                "application/json",
                "\"demo\",\"vodId",
                "\"demo_480p500kbps\",\"vodId",
                "3019",
                "42");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        assertThat(server.last("FILE_COMPLETED").at("/data/file/recorder").textValue())
                .isEqualTo("480p");
        assertThat(server.last("OVER").at("/data/totals/durationSeconds").doubleValue())
                .isEqualTo(9.983);
    }

    @Test
    void an_end_that_comes_before_its_beginning_is_an_end_all_the_same() {
        MediaServer server = MediaServer.added(intake, "ams-swapped", ANT_MEDIA, null);
        server.built("liveStreamEnded.json");
        server.built("liveStreamStarted.json");
        server.built("vodReady.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
    }

    @Test
    void an_end_of_the_session_before_does_not_end_the_next() {
        MediaServer server = MediaServer.added(intake, "ams-late-end", ANT_MEDIA, null);
        server.built("liveStreamStarted.json");
        server.built("liveStreamStarted.json", "1795293152719", "1795293172719");
        server.built("liveStreamEnded.json");
        server.built("vodReady.json");
        server.awaitTold("STARTED " + CLIENT, "STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
    }

    @Test
    void an_end_that_comes_before_its_beginning_is_none_of_a_session_that_was_over_before() {
        MediaServer server = MediaServer.added(intake, "ams-again", ANT_MEDIA, null);
        server.built("liveStreamStarted.json");
        server.built("liveStreamEnded.json");
        server.built("vodReady.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        server.built("liveStreamEnded.json", "1795293162918", "1795293262918");
        server.built("liveStreamStarted.json", "1795293152719", "1795293252719");
        server.built("vodReady.json", "1795293163500", "1795293263500", "301923847263549081726354", "4");
        server.awaitTold(
                "STARTED " + CLIENT,
                "FILE_COMPLETED " + CLIENT,
                "OVER " + CLIENT,
                "STARTED " + CLIENT,
                "FILE_COMPLETED " + CLIENT,
                "OVER " + CLIENT);
        assertThat(server.last("OVER").at("/time").textValue()).isEqualTo("2026-11-21T20:34:22.918Z");
    }

    @Test
    void an_end_that_comes_after_the_next_beginning_leaves_time_for_the_files() {
        MediaServer server = MediaServer.added(intake, "ams-crossed", ANT_MEDIA, null);
        server.built("liveStreamStarted.json");
        server.built("liveStreamStarted.json", "1795293152719", "1795293172719");
        server.built("liveStreamEnded.json");
        // longer than the grace of an orphan, shorter than that of files that follow
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        server.built("vodReady.json");
        server.awaitTold("STARTED " + CLIENT, "STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        assertThat(server.last("OVER").at("/time").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
    }

    @Test
    void a_stream_that_could_not_be_recorded_has_failed_as_the_server_says() {
        MediaServer server = MediaServer.added(intake, "ams-error", ANT_MEDIA, null);
        server.built("liveStreamStarted.json");
        server.built("liveStreamStarted.json", "liveStreamStarted", "encoderNotOpenedError");
        server.awaitTold("STARTED " + CLIENT, "FAILED " + CLIENT + " ENCODER_UNSUPPORTED");
    }

    @Test
    void of_a_stream_that_nobody_wanted_recorded_no_failure_is_told() {
        MediaServer server = MediaServer.added(intake, "ams-unrecorded", ANT_MEDIA, null, false);
        server.built("liveStreamStarted.json");
        server.built("liveStreamStarted.json", "liveStreamStarted", "publishTimeoutError");
        MediaServer next = MediaServer.added(intake, "ams-recorded", ANT_MEDIA, null);
        next.built("liveStreamStarted.json");
        next.built("liveStreamStarted.json", "liveStreamStarted", "publishTimeoutError");
        next.awaitTold("STARTED " + CLIENT, "FAILED " + CLIENT + " SOURCE_TIMEOUT");
        assertThat(server.told()).isEmpty();
    }
}
