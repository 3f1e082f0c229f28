package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.NGINX_RTMP;
import static io.curtaincall.events.hook.HookKind.NODE_MEDIA_SERVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.eventstore.NewEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTimersIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        mongo.close();
    }

    @Test
    void a_restart_in_the_middle_of_a_stream_forgets_nothing() {
        MediaServer server;
        try (RunningIntake first = start(Map.of())) {
            server = MediaServer.added(first, "restart", NGINX_RTMP, folder);
            server.hook("publish", "1", "cam");
            server.hook("publish", "2", "other");
            awaitTold(server, "STARTED 1", "STARTED 2");
            server.hook("publish_done", "1", "cam");
        }
        try (RunningIntake second = start(Map.of())) {
            MediaServer same = server.against(second);
            same.recording("other-1.flv");
            same.hook("record_done", "2", "other", "path", folder + "/other-1.flv");
            same.hook("publish_done", "2", "other");
            awaitTold(same, "STARTED 1", "STARTED 2", "FAILED 1 NO_FILE", "FILE_COMPLETED 2", "OVER 2");
            assertThat(same.reported())
                    .filteredOn(event -> event.at("/data/stream").textValue().equals("other"))
                    .extracting(event -> event.at("/data/taskId").textValue())
                    .doesNotContainNull()
                    .containsOnly(taskOf(same, "other"));
        }
    }

    @Test
    void a_crash_after_a_report_and_before_the_session_is_kept_repeats_nothing() {
        MediaServer server;
        try (RunningIntake first = start(Map.of())) {
            server = MediaServer.added(first, "crash", NGINX_RTMP, folder);
            server.recording("cam-1.flv");
            server.hook("publish", "1", "cam");
            server.hook("record_done", "1", "cam", "path", folder + "/cam-1.flv");
            server.hook("publish_done", "1", "cam");
            awaitTold(server, "STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        }
        forgetWhatWasKept();
        try (RunningIntake second = start(Map.of())) {
            MediaServer same = server.against(second);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(rows(second, "dispatch.sessions"))
                            .singleElement()
                            .satisfies(
                                    row -> assertThat(row.getString("session")).contains("\"state\":\"OVER\"")));
            assertThat(same.told()).containsExactly("STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        }
    }

    @Test
    void a_server_that_falls_silent_leaves_what_its_file_shows() throws IOException {
        try (RunningIntake intake = start(Map.of("dispatch.hooks.orphan-after", "2s"))) {
            MediaServer server = MediaServer.added(intake, "silent", NGINX_RTMP, folder);
            server.hook("publish", "1", "cam");
            server.hook("publish", "2", "nothing");
            growsNow(server.recording("cam-1795293152.flv"));
            growsNow(server.recording("cam2-1795293152.flv"));
            awaitTold(server, "STARTED 1", "STARTED 2", "FILE_COMPLETED 1", "OVER 1", "FAILED 2 ORPHANED");
            assertThat(server.reported())
                    .allMatch(event -> event.at("/data/inferred").booleanValue());
        }
    }

    @Test
    void silence_alone_is_no_proof_where_nothing_can_be_seen() {
        Map<String, String> settings =
                Map.of("dispatch.hooks.orphan-after", "200ms", "dispatch.hooks.blind-orphan-after", "2s");
        try (RunningIntake intake = start(settings)) {
            MediaServer server = MediaServer.added(intake, "blind", NGINX_RTMP, null);
            server.hook("publish", "1", "updating");
            server.hook("update_publish", "1", "updating");
            server.hook("publish", "2", "unseen");
            await().atMost(PATIENCE).until(() -> server.told().size() == 4);
            assertThat(server.told())
                    .containsSubsequence("FAILED 1 ORPHANED", "FAILED 2 ORPHANED")
                    .contains("STARTED 1", "STARTED 2");
        }
    }

    @Test
    void a_path_that_is_none_says_nothing_of_a_silent_server() {
        try (RunningIntake intake = start(Map.of("dispatch.hooks.orphan-after", "1s"))) {
            MediaServer server = MediaServer.added(intake, "nul", NODE_MEDIA_SERVER, folder);
            server.captured("2-postRecord", "/srv/media/nms/rec", "\\u0000");
            awaitTold(server, "STARTED mwqv6uhgrndecs86", "FAILED mwqv6uhgrndecs86 ORPHANED");
        }
    }

    @Test
    void with_a_resume_window_a_task_outlives_its_publisher() {
        try (RunningIntake intake = start(Map.of("dispatch.hooks.resume-window", "10s"))) {
            MediaServer server = MediaServer.added(intake, "resume", NGINX_RTMP, folder);
            server.recording("cam-1.flv");
            server.recording("cam-2.flv");
            server.hook("publish", "1", "cam");
            server.hook("publish_done", "1", "cam");
            server.hook("record_done", "1", "cam", "path", folder + "/cam-1.flv");
            server.hook("publish", "2", "cam");
            server.hook("record_done", "2", "cam", "path", folder + "/cam-2.flv");
            server.hook("publish_done", "2", "cam");
            await().atMost(PATIENCE).until(() -> server.told().stream().anyMatch(told -> told.startsWith("OVER")));
            List<JsonNode> events = server.reported();
            assertThat(events)
                    .extracting(event -> event.at("/data/event").textValue())
                    .containsExactlyInAnyOrder(
                            "RECORD_STARTED",
                            "RECORD_PAUSED",
                            "RECORD_FILE_COMPLETED",
                            "RECORD_RESUMED",
                            "RECORD_FILE_COMPLETED",
                            "RECORD_PAUSED",
                            "RECORD_OVER");
            assertThat(events)
                    .extracting(event -> event.at("/data/taskId").textValue())
                    .containsOnly(taskOf(server, "cam"));
            assertThat(events.getLast().at("/data/totals/files").intValue()).isEqualTo(2);
        }
    }

    @Test
    void a_refused_second_publisher_is_told_as_such_and_its_hooks_change_nothing_for_the_first() {
        try (RunningIntake intake = start(Map.of("dispatch.hooks.grace", "20s"))) {
            MediaServer server = MediaServer.added(intake, "duplicate", NGINX_RTMP, folder);
            server.recording("dup.flv");
            server.captured("dup-1-publish-first");
            server.captured("dup-2-publish-second");
            server.captured("dup-4-record_done-second", "/srv/media/rec", folder.toString());
            server.captured("dup-3-publish_done-second");
            server.captured("dup-5-publish_done-first");
            server.captured("dup-6-record_done-first", "/srv/media/rec", folder.toString());
            awaitTold(server, "STARTED 2", "FAILED 5 DUPLICATE_PUBLISHER", "FILE_COMPLETED 2", "OVER 2");
        }
    }

    /** nginx names files by the second, and truncates what a first publisher has in there. */
    @Test
    void a_file_that_both_publishers_were_given_is_told_to_the_first_as_it_was_left() {
        try (RunningIntake intake = start(Map.of("dispatch.hooks.grace", "10s"))) {
            MediaServer kept = MediaServer.added(intake, "kept-file", NGINX_RTMP, folder);
            kept.recording("kept.flv");
            twoPublishersOf(kept, "kept.flv");
            MediaServer destroyed = MediaServer.added(intake, "destroyed-file", NGINX_RTMP, folder);
            destroyed.write("destroyed.flv", new byte[64 * 1024]);
            twoPublishersOf(destroyed, "destroyed.flv");
            awaitTold(kept, "STARTED 1", "FAILED 2 DUPLICATE_PUBLISHER", "FILE_COMPLETED 1", "OVER 1");
            awaitTold(destroyed, "STARTED 1", "FAILED 2 DUPLICATE_PUBLISHER", "FAILED 1 FILE_UNREADABLE");
        }
    }

    /** A plan for as many configs fits in no commit, and a file's recorder is longer than any event may be. */
    @Test
    void what_can_never_be_reported_holds_up_no_other() {
        try (RunningIntake intake = start(Map.of())) {
            String url = "https://8.8.8.8/" + "a".repeat(2000);
            for (int commit = 0; commit < 7; commit++) intake.append(configsOf("vod.example.com", commit, url));
            HookSourceAdded crowded = new HookSourceAdded(
                    new HookSourceId("hs-crowded"),
                    RunningIntake.OTHER,
                    NGINX_RTMP,
                    "vod.example.com",
                    "crowded",
                    Hashes.sha256Hex("secret-crowded"),
                    true,
                    null,
                    Instant.EPOCH);
            intake.append(new NewEvent("HookSource", "hs-crowded", 0, crowded));
            assertThat(intake.post(
                                    "/hooks/nginx-rtmp/secret-crowded",
                                    "",
                                    "application/x-www-form-urlencoded",
                                    "app=live&clientid=1&call=publish&name=cam")
                            .statusCode())
                    .isEqualTo(200);
            MediaServer server = MediaServer.added(intake, "other", NGINX_RTMP, folder);
            server.recording("cam-9.flv");
            server.hook("publish", "8", "endless");
            // unencoded, as 60,000 quotes are small in a form and large in JSON
            String endless = "app=live&clientid=8&call=record_done&name=endless&path=" + folder + "/cam-9.flv&recorder="
                    + "\"".repeat(60_000);
            assertThat(intake.post("/hooks/nginx-rtmp/secret-other", "", "application/x-www-form-urlencoded", endless)
                            .statusCode())
                    .isEqualTo(200);
            server.hook("publish", "9", "cam");
            server.hook("record_done", "9", "cam", "path", folder + "/cam-9.flv");
            server.hook("publish_done", "9", "cam");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(server.told()).contains("STARTED 9", "FILE_COMPLETED 9", "OVER 9"));
            assertThat(intake.get("/actuator/health").statusCode()).isEqualTo(200);
        }
    }

    private static NewEvent[] configsOf(String domain, int commit, String url) {
        return IntStream.range(0, 1000)
                .mapToObj(n -> new NotifyConfigId("nc-crowd-" + commit + "-" + n))
                .map(id -> new NewEvent(
                        "NotifyConfig",
                        id.value(),
                        0,
                        new NotifyConfigAdded(
                                new NotifyConfigVersion(
                                        id,
                                        1,
                                        RunningIntake.OTHER,
                                        domain,
                                        "*",
                                        url,
                                        Topic.ALL_RECORDING,
                                        "curtaincall",
                                        new Signing(Signing.NONE, null),
                                        true),
                                Instant.EPOCH)))
                .toArray(NewEvent[]::new);
    }

    private void twoPublishersOf(MediaServer server, String file) {
        String path = folder + "/" + file;
        server.hook("publish", "1", "cam");
        server.hook("publish", "2", "cam");
        server.hook("publish_done", "2", "cam");
        server.hook("record_done", "2", "cam", "path", path);
        server.hook("publish_done", "1", "cam");
        server.hook("record_done", "1", "cam", "path", path);
    }

    private RunningIntake start(Map<String, String> settings) {
        Map<String, String> all =
                new HashMap<>(Map.of("dispatch.hooks.grace", "500ms", "dispatch.hooks.poll-every", "20ms"));
        all.putAll(settings);
        return RunningIntake.on(mongo, all);
    }

    /** The file system's clock is coarse and may be behind ours, so that the file seems older than the session. */
    private static void growsNow(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusMillis(20)));
    }

    private void forgetWhatWasKept() {
        try (MongoClient client = MongoClients.create(mongo.uri())) {
            MongoDatabase database = client.getDatabase("curtaincall");
            database.getCollection("dispatch.sessions").deleteMany(new Document());
            database.getCollection("tokens").deleteMany(new Document());
        }
    }

    private static List<Document> rows(RunningIntake intake, String collection) {
        return intake.database().getCollection(collection).find().into(new ArrayList<>());
    }

    private static String taskOf(MediaServer server, String stream) {
        return server.reported().stream()
                .filter(event -> event.at("/data/stream").textValue().equals(stream))
                .findFirst()
                .orElseThrow()
                .at("/data/taskId")
                .textValue();
    }

    private static void awaitTold(MediaServer server, String... told) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(server.told()).containsExactlyInAnyOrder(told));
    }
}
