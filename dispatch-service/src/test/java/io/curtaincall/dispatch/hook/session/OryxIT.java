package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.ORYX;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.intake.RunningIntake;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Oryx sends, built from its source. */
class OryxIT {
    private static final String OPAQUE = "planted-opaque";
    private static final String TASK = "3ece1d71-6a14-4d0a-8f2e-1c2b3d4e5f60";
    private static RunningIntake intake;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of("dispatch.hooks.grace", "1s", "dispatch.hooks.poll-every", "20ms"));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_recording_is_told_from_start_to_end() {
        MediaServer server = MediaServer.showing(intake, "oryx", ORYX, null, OPAQUE);
        assertThat(server.built("on_record_begin.json")).isEqualTo("{\"code\":0}");
        assertThat(server.built("on_record_end.json")).isEqualTo("{\"code\":0}");
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
        assertThat(server.reported().getFirst().at("/data/inferred").isMissingNode())
                .isTrue();
        assertThat(server.last("FILE_COMPLETED").at("/data/file/uri").textValue())
                .isEqualTo("file:///data/record/" + TASK + "/index.mp4");
        assertThat(server.reported().toString()).doesNotContain(OPAQUE, "SECRET123");
    }

    @Test
    void a_hook_sent_again_under_another_request_id_is_the_same() {
        MediaServer server = MediaServer.showing(intake, "again", ORYX, null, OPAQUE);
        for (String hook : new String[] {"on_record_begin.json", "on_record_end.json"}) {
            server.built(hook);
            server.built(hook, "b1946ac9", "6b5c3d2e");
        }
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
    }

    @Test
    void an_artifact_that_was_not_made_is_a_failure() {
        MediaServer server = MediaServer.showing(intake, "broken", ORYX, null, OPAQUE);
        server.built("on_record_begin.json");
        server.built("on_record_end.json", "\"artifact_code\":0", "\"artifact_code\":7");
        server.awaitTold("STARTED " + TASK, "FAILED " + TASK + " UNKNOWN");
        assertThat(server.last("FAILED").at("/data/error/message").textValue()).endsWith("artifact_code 7");
    }

    @Test
    void an_artifact_that_has_no_place_ends_the_recording_all_the_same() {
        MediaServer server = MediaServer.showing(intake, "placeless", ORYX, null, OPAQUE);
        server.built("on_record_begin.json");
        server.built("on_record_end.json", "\"artifact_path\"", "\"artifact_nowhere\"");
        server.awaitTold("STARTED " + TASK, "FAILED " + TASK + " NO_FILE");
    }

    @Test
    void publishing_is_let_in_and_tells_nothing_of_recording() {
        MediaServer server = MediaServer.showing(intake, "publishing", ORYX, null, OPAQUE);
        assertThat(server.built("on_publish.json")).isEqualTo("{\"code\":0}");
        server.built("on_record_begin.json");
        server.awaitTold("STARTED " + TASK);
    }

    @Test
    void who_does_not_hold_the_secret_is_refused_in_words_that_do_not_repeat_it() {
        MediaServer server = MediaServer.showing(intake, "guarded", ORYX, null, OPAQUE);
        for (String body : new String[] {"", "{\"action\":\"on_publish\"}", "{\"opaque\":\"guess3d\"}"}) {
            var refused = intake.post(server.path(), "", "application/json", body);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).doesNotContain(OPAQUE, "guess3d", "secret-guarded");
        }
    }

    @Test
    void a_source_without_a_secret_wants_none() {
        MediaServer server = MediaServer.added(intake, "open", ORYX, null);
        server.built("on_record_begin.json");
        server.awaitTold("STARTED " + TASK);
    }
}
