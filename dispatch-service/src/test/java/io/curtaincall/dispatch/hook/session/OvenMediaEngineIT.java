package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.OVENMEDIAENGINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.intake.RunningIntake;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What OvenMediaEngine sends and writes, built from its source and its documentation. */
class OvenMediaEngineIT {
    private static final String TASK = "bcUCyJeKuOGnsah3";
    private static final String SECRET = "planted-secret-of-ome";
    private static RunningIntake intake;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of(
                "dispatch.hooks.grace", "1s",
                "dispatch.hooks.files-follow", "1s",
                "dispatch.hooks.orphan-after", "500ms",
                "dispatch.hooks.poll-every", "20ms"));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void what_the_record_info_lists_is_told_with_all_that_the_server_knows() {
        MediaServer server = MediaServer.added(intake, "ome", OVENMEDIAENGINE, null);
        xml(server, "records.xml");
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
        JsonNode completed = server.last("FILE_COMPLETED").at("/data");
        assertThat(completed.at("/segment").intValue()).isEqualTo(2);
        JsonNode file = completed.at("/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("file:///srv/media/rec/bcUCyJeKuOGnsah3_app_stream_1.ts");
        assertThat(file.at("/sizeBytes").longValue()).isEqualTo(1_907_351);
        assertThat(file.at("/durationSeconds").doubleValue()).isEqualTo(6.968);
        assertThat(file.at("/startTime").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
        assertThat(file.at("/endTime").textValue()).isEqualTo("2026-11-21T20:32:49.886Z");
        assertThat(server.last("OVER").at("/time").textValue()).isEqualTo("2026-11-21T20:32:49.886Z");
        assertThat(server.reported().getFirst().at("/time").textValue()).isEqualTo("2026-11-21T20:32:32.719Z");
        assertThat(server.reported().toString()).doesNotContain("SECRET123");
    }

    @Test
    void a_list_that_has_grown_is_posted_whole_and_tells_what_is_new() {
        MediaServer server = MediaServer.added(intake, "ome-grown", OVENMEDIAENGINE, null);
        String whole = server.text("records.xml");
        String first = whole.substring(0, whole.indexOf("</file>") + 7) + "</files>";
        for (String xml : new String[] {first, first, whole, whole}) {
            assertThat(intake.post(server.path(), "", "application/xml", xml).statusCode())
                    .isEqualTo(200);
        }
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
    }

    @Test
    void a_list_may_grow_long_and_is_taken_again_with_one_more() {
        MediaServer server = MediaServer.added(intake, "ome-growing", OVENMEDIAENGINE, null);
        String whole = server.text("records.xml");
        int begin = whole.indexOf("<file>");
        String record = whole.substring(begin, whole.indexOf("</file>") + 7);
        StringBuilder list = new StringBuilder(whole.substring(0, begin));
        for (int i = 0; i <= 150; i++) {
            list.append(record.replace("<sequence>0<", "<sequence>" + i + "<").replace("_0.ts", "_" + i + ".ts"));
            if (i < 149) continue;
            String xml = list + "</files>";
            assertThat(xml.length()).isGreaterThan(64 * 1024);
            assertThat(intake.post(server.path(), "", "application/xml", xml).statusCode())
                    .isEqualTo(200);
        }
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> assertThat(server.told())
                        .filteredOn(told -> told.startsWith("FILE_COMPLETED"))
                        .hasSize(151));
    }

    @Test
    void a_list_that_is_still_being_written_tells_what_can_be_read() {
        MediaServer server = MediaServer.added(intake, "ome-half", OVENMEDIAENGINE, null);
        String whole = server.text("records.xml");
        String half = whole.substring(0, whole.lastIndexOf("<recordTime>"));
        assertThat(intake.post(server.path(), "", "application/xml", half).statusCode())
                .isEqualTo(200);
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK);
    }

    @Test
    void xml_cannot_make_anybody_look_at_other_files() {
        MediaServer server = MediaServer.added(intake, "ome-xxe", OVENMEDIAENGINE, null);
        String attack = "<!DOCTYPE files [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>"
                + server.text("records.xml").replace(">stream<", ">&x;<");
        HttpResponse<String> answer = intake.post(server.path(), "", "application/xml", attack);
        assertThat(answer.statusCode()).isEqualTo(200);
        xml(server, "records.xml");
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
    }

    @Test
    void a_recording_whose_file_cannot_be_known_by_its_name_is_not_given_up_for_that() {
        MediaServer server = MediaServer.added(intake, "ome-long", OVENMEDIAENGINE, folder);
        server.recording("bcUCyJeKuOGnsah3_app_stream_0.mp4");
        String whole = server.text("records.xml")
                .replace("/srv/media/rec", folder.toString())
                .replace(".ts]", ".mp4]");
        String first = whole.substring(0, whole.indexOf("</file>") + 7) + "</files>";
        intake.post(server.path(), "", "application/xml", first);
        await().during(Duration.ofSeconds(2))
                .atMost(Duration.ofSeconds(20))
                .until(() -> server.told().equals(List.of("STARTED " + TASK, "FILE_COMPLETED " + TASK)));
    }

    @Test
    void the_script_posts_what_stands_below_its_folder() throws Exception {
        MediaServer server = MediaServer.added(intake, "ome-script", OVENMEDIAENGINE, null);
        Files.writeString(Files.createDirectory(folder.resolve("info")).resolve("a.xml"), server.text("records.xml"));
        HookScript.run(
                HookScript.FOLDER.resolve("ovenmediaengine-records.sh"),
                Map.of("CURTAINCALL_HOOK_URL", "http://localhost:" + intake.port() + server.path()),
                folder.toString(),
                "0");
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
    }

    @Test
    void publishers_and_players_are_let_in_and_leaving_is_acknowledged() throws Exception {
        MediaServer server = MediaServer.showing(intake, "ome-admission", OVENMEDIAENGINE, null, SECRET);
        String opening = server.text("admission.json");
        assertThat(signed(server, opening).body()).isEqualTo("{\"allowed\":true}");
        assertThat(signed(server, opening.replace("opening", "closing")).body()).isEqualTo("{}");
    }

    @Test
    void an_alert_that_the_stream_is_gone_ends_a_recording_without_a_last_file() throws Exception {
        MediaServer server = MediaServer.showing(intake, "ome-alert", OVENMEDIAENGINE, null, SECRET);
        intake.post(
                server.path(), "", "application/xml", server.text("records.xml").replace(">true<", ">false<"));
        assertThat(signed(server, server.text("alert.json")).body()).isEmpty();
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
    }

    @Test
    void an_alert_that_comes_before_all_files_ends_the_recording_when_they_are_told() throws Exception {
        MediaServer server = MediaServer.showing(intake, "ome-early", OVENMEDIAENGINE, null, SECRET);
        signed(server, server.text("alert.json"));
        intake.post(server.path(), "", "application/xml", endless(server, Instant.now()));
        server.awaitTold("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK, "OVER " + TASK);
    }

    @Test
    void an_alert_ends_no_recording_that_goes_on_after_it_by_whatever_clock() throws Exception {
        for (int seconds : new int[] {-3600, 20, 3600}) {
            MediaServer server = MediaServer.showing(intake, "ome-next" + seconds, OVENMEDIAENGINE, null, SECRET);
            signed(server, server.text("alert.json"));
            String next = endless(server, Instant.now().plusSeconds(seconds));
            intake.post(server.path(), "", "application/xml", next);
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(server.told())
                            .containsExactly("STARTED " + TASK, "FILE_COMPLETED " + TASK, "FILE_COMPLETED " + TASK));
        }
    }

    /** Of a recording that nobody stopped, its last file so far having ended then. */
    private static String endless(MediaServer server, Instant ended) {
        String whole = server.text("records.xml").replace(">true<", ">false<");
        String last = whole.substring(whole.lastIndexOf("<finishTime>"), whole.lastIndexOf("</finishTime>"));
        assertThat(whole).contains(last);
        return whole.replace(last, "<finishTime>" + ended.atOffset(ZoneOffset.UTC));
    }

    @Test
    void what_is_not_signed_by_the_sources_secret_is_refused() throws Exception {
        MediaServer server = MediaServer.showing(intake, "ome-guarded", OVENMEDIAENGINE, null, SECRET);
        String body = server.text("alert.json");
        assertThat(post(server, body, signature(SECRET, body)).statusCode()).isEqualTo(200);
        for (String signature : new String[] {"", "x", signature("another", body), signature(SECRET, body + " ")}) {
            HttpResponse<String> refused = post(server, body, signature);
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).doesNotContain(SECRET, "secret-ome");
        }
    }

    private static void xml(MediaServer server, String fixture) {
        assertThat(server.post(fixture, "", "application/xml")).isEqualTo("ok");
    }

    private static HttpResponse<String> signed(MediaServer server, String body) throws Exception {
        HttpResponse<String> answer = post(server, body, signature(SECRET, body));
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private static HttpResponse<String> post(MediaServer server, String body, String signature) {
        return intake.post(server.path(), "", "application/json", body, "X-OME-Signature", signature);
    }

    private static String signature(String secret, String body) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getUrlEncoder().encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    }
}
