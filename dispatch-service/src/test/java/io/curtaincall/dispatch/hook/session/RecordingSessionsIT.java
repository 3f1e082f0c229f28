package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.NGINX_RTMP;
import static io.curtaincall.events.hook.HookKind.NODE_MEDIA_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.intake.RunningIntake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingSessionsIT {
    private static final String CAPTURED_FOLDER = "/srv/media/rec";
    private static RunningIntake intake;

    @TempDir
    private static Path ofAccounts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of(
                "dispatch.hooks.grace", "1500ms",
                "dispatch.hooks.poll-every", "20ms",
                "curtaincall.hooks.record-roots", ofAccounts.toString()));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void a_recorded_stream_is_told_from_start_to_end() {
        MediaServer server = MediaServer.added(intake, "normal", NGINX_RTMP, folder);
        server.recording("demo-1795293152.flv");
        server.captured("live-1-publish");
        server.captured("live-2-publish_done");
        server.captured("live-3-record_done", CAPTURED_FOLDER, folder.toString());
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        List<JsonNode> events = server.reported();
        assertThat(events)
                .extracting(event -> event.at("/data/taskId").textValue())
                .containsOnly(events.getFirst().at("/data/taskId").textValue());
        assertThat(events.get(0).at("/data/inferred").booleanValue()).isTrue();
        JsonNode file = events.get(1).at("/data/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("file://" + folder + "/demo-1795293152.flv");
        assertThat(file.at("/sizeBytes").longValue()).isEqualTo(7447);
        assertThat(events.get(1).at("/data/segment").intValue()).isEqualTo(1);
        assertThat(events.get(2).at("/data/totals/files").intValue()).isEqualTo(1);
        assertThat(events.toString()).doesNotContain("SECRET123", "secret-");
    }

    @Test
    void files_that_come_before_the_end_of_the_stream_count_too() {
        MediaServer server = MediaServer.added(intake, "early", NGINX_RTMP, folder);
        server.recording("demo-1795293152.flv");
        server.captured("live-1-publish");
        server.captured("live-3-record_done", CAPTURED_FOLDER, folder.toString());
        server.captured("live-2-publish_done");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
    }

    @Test
    void a_publisher_who_reconnects_before_its_end_is_told_is_no_duplicate() {
        MediaServer server = MediaServer.added(intake, "overtaken", NGINX_RTMP, folder);
        server.hook("publish", "1", "cam");
        server.hook("publish", "2", "cam");
        server.hook("publish_done", "1", "cam");
        server.recording("cam-1.flv");
        server.hook("record_done", "1", "cam", "path", folder + "/cam-1.flv");
        awaitTold(server, "STARTED 1", "STARTED 2", "FILE_COMPLETED 1", "OVER 1");
    }

    @Test
    void a_second_publisher_nobody_refuses_replaces_one_whose_end_was_lost() {
        MediaServer server = MediaServer.added(intake, "ghost", NGINX_RTMP, folder);
        server.hook("publish", "1", "cam");
        server.hook("publish", "2", "cam");
        awaitTold(server, "STARTED 1", "STARTED 2", "FAILED 1 ORPHANED");
    }

    @Test
    void a_file_left_by_a_media_server_that_died_is_told_when_its_publisher_is_back_under_another_number() {
        MediaServer server = MediaServer.added(intake, "replaced", NGINX_RTMP, folder);
        server.hook("publish", "7", "cam");
        awaitTold(server, "STARTED 7");
        server.recording("cam-1.flv");
        server.hook("publish", "2", "cam");
        later(server.recording("cam-2.flv"));
        awaitTold(server, "STARTED 7", "STARTED 2", "FILE_COMPLETED 7", "OVER 7");
        assertThat(server.reported())
                .filteredOn(event -> event.at("/data/event").textValue().equals("RECORD_FILE_COMPLETED"))
                .singleElement()
                .satisfies(event ->
                        assertThat(event.at("/data/file/uri").textValue()).endsWith("/cam-1.flv"));
    }

    @Test
    void it_is_told_when_the_number_is_taken_by_whoever_comes_first_too() {
        MediaServer server = MediaServer.added(intake, "recounted", NGINX_RTMP, folder);
        server.hook("publish", "1", "cam");
        awaitTold(server, "STARTED 1");
        server.recording("cam-1.flv");
        server.hook("publish", "1", "other");
        awaitTold(server, "STARTED 1", "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        assertThat(server.reported().getLast().at("/data/inferred").booleanValue())
                .isTrue();
    }

    @Test
    void a_file_that_was_told_before_the_media_server_died_is_not_counted_again() {
        MediaServer server = MediaServer.added(intake, "counted", NGINX_RTMP, folder);
        server.hook("publish", "1", "cam");
        awaitTold(server, "STARTED 1");
        server.recording("cam-1.flv");
        server.hook("record_done", "1", "cam", "path", folder + "/cam-1.flv", "recorder", "whole");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1");
        server.hook("publish", "1", "other");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "STARTED 1", "OVER 1");
        assertThat(server.reported().getLast().at("/data/totals/files").intValue())
                .isEqualTo(1);
    }

    @Test
    void what_is_told_twice_is_reported_once() {
        MediaServer server = MediaServer.added(intake, "told-twice", NGINX_RTMP, folder);
        server.recording("cam-1.flv");
        String[] path = {"path", folder + "/cam-1.flv"};
        server.hook("publish", "1", "cam");
        server.hook("record_done", "1", "cam", path);
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1");
        server.hook("record_done", "1", "cam", path);
        server.hook("done", "1", "cam");
        server.hook("publish_done", "1", "cam");
        server.hook("publish_done", "1", "cam");
        server.hook("done", "1", "cam");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        assertThat(server.last("OVER").at("/data/totals/files").intValue()).isEqualTo(1);
    }

    @Test
    void a_stream_that_need_not_be_recorded_is_no_failure_when_its_end_is_lost() {
        MediaServer server = MediaServer.added(intake, "lost-quietly", NGINX_RTMP, folder, false);
        server.hook("publish", "1", "quiet");
        server.recording("next-1.flv");
        server.hook("publish", "1", "next");
        server.hook("record_done", "1", "next", "path", folder + "/next-1.flv");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1");
        server.hook("publish_done", "1", "next");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
    }

    @Test
    void without_a_record_root_no_file_is_looked_at() {
        MediaServer server = MediaServer.ofAccount(intake, "rootless", null);
        server.hook("publish", "1", "cam");
        server.hook("record_done", "1", "cam", "path", "/etc/passwd");
        server.hook("record_done", "1", "cam", "path", "/etc/no-such-file");
        server.hook("publish_done", "1", "cam");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "FILE_COMPLETED 1", "OVER 1");
        assertThat(server.reported())
                .filteredOn(event -> event.at("/data/file").isObject())
                .allSatisfy(event -> assertThat(event.at("/data/file").fieldNames())
                        .toIterable()
                        .containsOnly("uri", "format", "recorder"));
    }

    @Test
    void an_accounts_record_root_counts_only_where_the_operator_lets_accounts_look() throws IOException {
        Path shared = Files.createDirectory(ofAccounts.resolve("mine"));
        Path way = Files.createSymbolicLink(ofAccounts.resolve("out"), folder);
        for (Path root : List.of(shared, way, folder)) {
            String node = "root-" + root.getFileName();
            MediaServer server = MediaServer.ofAccount(intake, node, root);
            server.recording("cam-1.flv");
            server.hook("publish", "1", "cam");
            server.hook("record_done", "1", "cam", "path", root + "/cam-1.flv");
            awaitTold(server, "STARTED 1", "FILE_COMPLETED 1");
            assertThat(server.reported().getLast().at("/data/file/sizeBytes").isMissingNode())
                    .isEqualTo(!root.equals(shared));
        }
    }

    @Test
    void the_publishers_end_counts_even_if_the_files_end_is_told_first() {
        MediaServer server = MediaServer.added(intake, "nms-order", NODE_MEDIA_SERVER, null);
        for (String fixture : List.of("2-postRecord", "5-doneRecord", "4-donePublish")) server.captured(fixture);
        String client = "mwqv6uhgrndecs86";
        awaitTold(server, "STARTED " + client, "FILE_COMPLETED " + client, "OVER " + client);
        assertThat(server.reported().getLast().at("/time").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
    }

    @Test
    void arguments_of_the_publisher_fool_nobody() {
        MediaServer server = MediaServer.added(intake, "injected", NGINX_RTMP, folder);
        server.recording("victim-1795293025.flv");
        server.captured("edge-arginjection-publish");
        server.captured("edge-arginjection-record_done", CAPTURED_FOLDER, folder.toString());
        server.hook("publish_done", "37", "victim");
        awaitTold(server, "STARTED 37", "FILE_COMPLETED 37", "OVER 37");
        assertThat(server.reported().toString())
                .contains("victim")
                .doesNotContain("passwd", "other", "evil", "8.8.8.8");
    }

    @Test
    void a_name_that_is_not_ascii_keeps_the_encoding_of_its_file() {
        MediaServer server = MediaServer.added(intake, "unicode", NGINX_RTMP, folder);
        server.recording("%E7%9B%B4%E6%92%AD-1795292957.flv");
        server.captured("edge-unicode-publish");
        server.captured("edge-unicode-record_done", CAPTURED_FOLDER, folder.toString());
        awaitTold(server, "STARTED 10", "FILE_COMPLETED 10");
        JsonNode event = server.reported().get(1);
        assertThat(event.at("/data/stream").textValue()).isEqualTo("直播");
        assertThat(event.at("/subject").textValue()).isEqualTo("live.example.com/live/%E7%9B%B4%E6%92%AD");
        assertThat(event.at("/data/file/uri").textValue()).endsWith("/%25E7%259B%25B4%25E6%2592%25AD-1795292957.flv");
    }

    @Test
    void a_stream_that_leaves_no_file_has_failed() {
        MediaServer server = MediaServer.added(intake, "nofile", NGINX_RTMP, folder);
        server.captured("edge-longname-publish");
        server.captured("edge-longname-publish_done");
        awaitTold(server, "STARTED 12", "FAILED 12 NO_FILE");
    }

    @Test
    void a_server_that_need_not_record_starts_with_its_first_file_or_never() {
        MediaServer server = MediaServer.added(intake, "maybe", NGINX_RTMP, folder, false);
        server.hook("publish", "1", "quiet");
        server.hook("publish_done", "1", "quiet");
        server.recording("manual-1.flv");
        server.hook("publish", "2", "manual");
        server.hook("record_done", "2", "manual", "path", folder + "/manual-1.flv");
        server.hook("publish_done", "2", "manual");
        awaitTold(server, "STARTED 2", "FILE_COMPLETED 2", "OVER 2");
    }

    @Test
    void segments_are_numbered_by_recorder_and_time_side_by_side_is_not_added_up() {
        MediaServer server = MediaServer.added(intake, "segments", NGINX_RTMP, null);
        for (String fixture : List.of(
                "seg-0-update_publish",
                "seg-1-record_done-av4s",
                "seg-2-record_done-av4s",
                "seg-3-record_done-av4s",
                "seg-4-record_done-audio")) {
            server.captured(fixture);
        }
        server.captured(
                "live-2-publish_done", "app=live", "app=seg", "clientid=1&", "clientid=8&", "name=demo", "name=cam1");
        await().atMost(Duration.ofSeconds(20)).until(() -> server.told().contains("OVER 8"));
        List<JsonNode> files = server.reported().stream()
                .filter(event -> event.at("/data/event").textValue().equals("RECORD_FILE_COMPLETED"))
                .toList();
        assertThat(files)
                .extracting(event -> event.at("/data/file/recorder").textValue() + event.at("/data/segment"))
                .containsExactly("av4s1", "av4s2", "av4s3", "audio1");
        assertThat(server.reported().getLast().at("/data/totals/files").intValue())
                .isEqualTo(4);
    }

    @Test
    void a_file_that_is_no_recording_is_told_with_its_code() throws IOException {
        MediaServer server = MediaServer.added(intake, "bad", NGINX_RTMP, folder);
        server.write("empty.flv", new byte[13]);
        Files.createSymbolicLink(folder.resolve("link.flv"), Path.of("/etc/hostname"));
        List<String> paths = List.of(
                folder + "/empty.flv", folder + "/missing.flv", "/etc/hostname", folder + "/link.flv", "relative.flv");
        for (int i = 0; i < paths.size(); i++) {
            server.hook("publish", "" + i, "s" + i);
            server.hook("record_done", "" + i, "s" + i, "path", paths.get(i));
            server.hook("publish_done", "" + i, "s" + i);
        }
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(server.told())
                        .contains(
                                "FAILED 0 EMPTY_FILE",
                                "FAILED 1 FILE_MISSING",
                                "FAILED 2 PATH_OUTSIDE_ROOT",
                                "FAILED 3 PATH_OUTSIDE_ROOT",
                                "FAILED 4 PATH_OUTSIDE_ROOT"));
        assertThat(server.told()).hasSize(10).noneMatch(told -> told.startsWith("OVER"));
    }

    @Test
    void a_file_that_comes_after_the_end_is_told_and_reopens_nothing() {
        MediaServer server = MediaServer.added(intake, "late", NGINX_RTMP, folder);
        server.recording("cam-1.flv");
        server.recording("cam-2.flv");
        server.hook("publish", "1", "cam");
        server.hook("record_done", "1", "cam", "path", folder + "/cam-1.flv");
        server.hook("publish_done", "1", "cam");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        server.hook("record_done", "1", "cam", "path", folder + "/cam-2.flv");
        awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1", "FILE_COMPLETED 1");
        assertThat(server.reported().getLast().at("/data/segment").intValue()).isEqualTo(2);
    }

    @Test
    void node_media_server_ends_when_the_publisher_left_and_not_half_a_minute_later() {
        MediaServer server = MediaServer.added(intake, "nms", NODE_MEDIA_SERVER, null);
        for (String fixture :
                List.of("1-prePublish", "2-postRecord", "3-postPublish", "4-donePublish", "5-doneRecord")) {
            server.captured(fixture);
        }
        String client = "mwqv6uhgrndecs86";
        awaitTold(server, "STARTED " + client, "FILE_COMPLETED " + client, "OVER " + client);
        List<JsonNode> events = server.reported();
        assertThat(events.get(0).at("/time").textValue()).isEqualTo("2026-11-21T20:32:32.980Z");
        assertThat(events.get(0).at("/data/inferred").isMissingNode()).isTrue();
        assertThat(events.get(1).at("/data/file/sizeBytes").longValue()).isEqualTo(357_140);
        assertThat(events.get(2).at("/time").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
        assertThat(events.get(2).at("/data/timeSource").textValue()).isEqualTo("server");
        assertThat(events.toString()).doesNotContain("SECRET123");
    }

    @Test
    void a_stream_without_a_name_is_kept_and_told_to_nobody() {
        MediaServer server = MediaServer.added(intake, "blank", NODE_MEDIA_SERVER, null);
        for (String fixture : List.of("2-postRecord", "5-doneRecord")) {
            server.captured(fixture, "\"name\":\"demo\"", "\"name\":\"\"", "\"app\":\"live\"", "\"app\":\"\"");
        }
        server.captured("2-postRecord");
        awaitTold(server, "STARTED mwqv6uhgrndecs86");
    }

    /** Times of files are coarser than those of hooks. */
    private static void later(Path file) {
        if (!file.toFile().setLastModified(System.currentTimeMillis() + 1000)) throw new IllegalStateException();
    }

    private static void awaitTold(MediaServer server, String... told) {
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(server.told()).containsExactlyInAnyOrder(told));
    }
}
