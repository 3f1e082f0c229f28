package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.SRS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.intake.RunningIntake;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What SRS sends, built from its source. */
class SrsIT {
    private static final String CLIENT = "382k890j-341w361a";
    private static RunningIntake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of("dispatch.hooks.grace", "1s", "dispatch.hooks.poll-every", "20ms"));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_recorded_stream_is_told_from_start_to_end_and_every_hook_answered_as_srs_wants_it() {
        MediaServer server = MediaServer.added(intake, "whole", SRS, null);
        for (String hook : new String[] {"on_publish.json", "on_hls.json", "on_dvr.json", "on_unpublish.json"}) {
            assertThat(server.built(hook)).isEqualTo("{\"code\":0}");
        }
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        JsonNode file = server.last("FILE_COMPLETED").at("/data/file");
        assertThat(file.at("/uri").textValue())
                .isEqualTo("file:///usr/local/srs/objs/nginx/html/live/demo.1795293152719.flv");
        assertThat(file.at("/startTime").textValue()).isEqualTo("2026-11-21T20:32:32.719Z");
        assertThat(server.reported().getFirst().at("/data/inferred").booleanValue())
                .isTrue();
        assertThat(server.reported().toString()).doesNotContain("SECRET123", "192.0.2");
    }

    @Test
    void a_file_below_the_record_root_is_looked_at() {
        MediaServer server = MediaServer.added(intake, "seen", SRS, folder);
        server.recording("demo.1795293152719.flv");
        server.built("on_publish.json");
        server.built("on_dvr.json", "/usr/local/srs", folder.toString(), "./objs/nginx/html/live/", "");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT);
        assertThat(server.last("FILE_COMPLETED").at("/data/file/sizeBytes").longValue())
                .isEqualTo(7447);
    }

    @Test
    void two_urls_that_lead_here_tell_everything_once() {
        MediaServer server = MediaServer.added(intake, "twice", SRS, null);
        for (String hook : new String[] {"on_publish.json", "on_dvr.json", "on_unpublish.json"}) {
            server.built(hook);
            server.built(hook);
        }
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        assertThat(server.last("OVER").at("/data/totals/files").intValue()).isEqualTo(1);
    }

    @Test
    void a_second_publisher_of_a_busy_name_is_refused_once_however_often_it_is_told() {
        MediaServer server = MediaServer.added(intake, "busy", SRS, null);
        server.built("on_publish.json");
        for (String hook : new String[] {"on_publish.json", "on_unpublish.json"}) {
            server.built(hook, "341w361a", "second00");
            server.built(hook, "341w361a", "second00");
        }
        server.built("on_dvr.json");
        server.built("on_unpublish.json");
        server.awaitTold(
                "STARTED " + CLIENT,
                "FAILED 382k890j-second00 DUPLICATE_PUBLISHER",
                "FILE_COMPLETED " + CLIENT,
                "OVER " + CLIENT);
    }

    @Test
    void a_file_of_the_session_before_that_comes_after_the_next_has_begun_is_that_ones() {
        MediaServer server = MediaServer.added(intake, "overtaken-srs", SRS, null);
        server.built("on_publish.json");
        server.built("on_unpublish.json");
        server.built("on_publish.json", "341w361a", "next0000");
        server.built("on_dvr.json");
        server.awaitTold(
                "STARTED " + CLIENT, "STARTED 382k890j-next0000", "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
    }

    @Test
    void a_stream_that_is_not_recorded_has_failed_unless_nobody_expected_it() {
        MediaServer expected = MediaServer.added(intake, "no-file", SRS, null);
        MediaServer quiet = MediaServer.added(intake, "quiet", SRS, null, false);
        for (MediaServer server : new MediaServer[] {expected, quiet}) {
            server.built("on_publish.json");
            server.built("on_unpublish.json");
        }
        expected.awaitTold("STARTED " + CLIENT, "FAILED " + CLIENT + " NO_FILE");
        assertThat(quiet.told()).isEmpty();
    }

    @Test
    void segments_of_hls_are_files_where_the_url_says_so() {
        MediaServer server = MediaServer.added(intake, "hls", SRS, null, false);
        server.built("on_publish.json");
        server.post("on_hls.json", "?hls=files", "application/json");
        server.post("on_hls.json", "?hls=files", "application/json", "demo-100", "demo-101", ":100", ":101");
        server.built("on_unpublish.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        JsonNode file = server.last("FILE_COMPLETED").at("/data");
        assertThat(file.at("/segment").intValue()).isEqualTo(2);
        assertThat(file.at("/file/recorder").textValue()).isEqualTo("hls");
        assertThat(file.at("/file/format").textValue()).isEqualTo("ts");
        assertThat(file.at("/file/durationSeconds").doubleValue()).isEqualTo(9.36);
    }

    @Test
    void the_last_file_is_told_even_if_its_beginning_was_never_seen() {
        MediaServer server = MediaServer.added(intake, "middle", SRS, null);
        server.built("on_dvr.json");
        server.built("on_unpublish.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
    }
}
