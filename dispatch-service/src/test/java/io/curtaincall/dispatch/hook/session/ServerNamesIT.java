package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.NGINX_RTMP;
import static io.curtaincall.events.hook.HookKind.ORYX;
import static io.curtaincall.events.hook.HookKind.OVENMEDIAENGINE;
import static io.curtaincall.events.hook.HookKind.SRS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.curtaincall.events.hook.HookKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Media servers that call hosts and folders otherwise than we do. */
class ServerNamesIT {
    private static final String CLIENT = "382k890j-341w361a";
    private static RunningIntake intake;

    @TempDir
    private static Path ofAccounts;

    @TempDir
    private Path folder;

    @BeforeAll
    static void start() {
        intake = RunningIntake.start(Map.of(
                "dispatch.hooks.grace", "1s",
                "dispatch.hooks.orphan-after", "3s",
                "dispatch.hooks.poll-every", "20ms",
                "curtaincall.hooks.record-roots", ofAccounts.toString()));
    }

    @AfterAll
    static void stop() {
        intake.close();
    }

    @Test
    void hosts_are_domains_of_their_own_and_any_other_is_the_sources() {
        MediaServer server = hosts("hosts", SRS, Map.of("__defaultvhost__", "a.example.com"));
        server.built("on_publish.json");
        server.built("on_dvr.json");
        server.awaitTold("STARTED " + CLIENT, "FILE_COMPLETED " + CLIENT);
        assertThat(domains(server)).containsOnly("a.example.com");
        assertThat(server.last("STARTED").at("/subject").textValue()).isEqualTo("a.example.com/live/demo");
        MediaServer other = hosts("other-hosts", SRS, Map.of("cam.example.com", "a.example.com"));
        other.built("on_publish.json");
        other.awaitTold("STARTED " + CLIENT);
        assertThat(domains(other)).containsOnly(RunningIntake.DOMAIN);
    }

    @Test
    void two_hosts_may_have_streams_of_one_name() {
        MediaServer server = hosts("two-hosts", SRS, Map.of("a", "a.example.com", "b", "b.example.com"));
        server.built("on_publish.json", "__defaultVhost__", "A");
        server.built("on_publish.json", "__defaultVhost__", "b", "341w361a", "second00");
        server.built("on_dvr.json", "__defaultVhost__", "A");
        server.built("on_unpublish.json", "__defaultVhost__", "A");
        server.awaitTold(
                "STARTED " + CLIENT, "STARTED 382k890j-second00", "FILE_COMPLETED " + CLIENT, "OVER " + CLIENT);
        assertThat(domains(server)).containsOnly("a.example.com", "b.example.com");
    }

    @Test
    void every_server_that_tells_its_hosts_is_asked_for_them() {
        MediaServer oryx = hosts("oryx-hosts", ORYX, Map.of("__defaultvhost__", "a.example.com"));
        oryx.built("on_record_begin.json");
        MediaServer ome = hosts("ome-hosts", OVENMEDIAENGINE, Map.of("default", "a.example.com"));
        ome.post("records.xml", "", "application/xml");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(oryx.told()).hasSize(1);
            assertThat(ome.told()).hasSize(4);
        });
        assertThat(domains(oryx)).containsOnly("a.example.com");
        assertThat(domains(ome)).containsOnly("a.example.com");
    }

    @Test
    void of_a_host_whose_domain_is_another_accounts_now_nothing_is_told() {
        Map<String, String> domains = Map.of("stolen", "vod.example.com");
        MediaServer server = MediaServer.naming(intake, "stolen", SRS, RunningIntake.ACME, null, domains, Map.of());
        server.built("on_publish.json", "__defaultVhost__", "stolen");
        server.built("on_publish.json", "341w361a", "second00");
        server.awaitTold("STARTED 382k890j-second00");
        assertThat(domains(server)).containsOnly(RunningIntake.DOMAIN);
    }

    @Test
    void a_file_is_found_where_its_folder_is_mapped_to_and_told_as_its_server_names_it() throws IOException {
        MediaServer server = paths("mapped", Map.of("/data/rec", folder.toString()));
        recording(folder.resolve("cam-1.flv"));
        recorded(server, "1", "/data/rec/cam-1.flv");
        server.awaitTold("STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        JsonNode file = server.last("FILE_COMPLETED").at("/data/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("file:///data/rec/cam-1.flv");
        assertThat(file.at("/sizeBytes").longValue()).isEqualTo(7447);
    }

    @Test
    void with_a_record_root_too_nothing_outside_of_it_is_looked_at() throws IOException {
        Map<String, String> paths = Map.of("/data", folder.toString(), "/data/rec/b", folder + "/elsewhere");
        MediaServer server = MediaServer.naming(intake, "rooted", NGINX_RTMP, null, "/data/rec", Map.of(), paths);
        Files.createDirectories(folder.resolve("rec"));
        Files.createDirectories(folder.resolve("elsewhere"));
        recording(folder.resolve("rec/cam-1.flv"));
        recording(folder.resolve("elsewhere/cam-2.flv"));
        recording(folder.resolve("cam-3.flv"));
        recorded(server, "1", "/data/rec/cam-1.flv");
        recorded(server, "2", "/data/rec/b/cam-2.flv");
        recorded(server, "3", "/data/cam-3.flv");
        server.awaitTold(
                "STARTED 1",
                "FILE_COMPLETED 1",
                "OVER 1",
                "STARTED 2",
                "FILE_COMPLETED 2",
                "OVER 2",
                "STARTED 3",
                "FAILED 3 PATH_OUTSIDE_ROOT");
    }

    @Test
    void no_name_and_no_link_leads_out_of_a_mapped_folder() throws IOException {
        Path mapped = Files.createDirectory(folder.resolve("mapped"));
        recording(folder.resolve("cam-1.flv"));
        Files.createSymbolicLink(mapped.resolve("link.flv"), folder.resolve("cam-1.flv"));
        Files.createSymbolicLink(mapped.resolve("out"), folder);
        MediaServer server = paths("leading-out", Map.of("/data/rec", mapped.toString()));
        List<String> ways = List.of(
                "/data/rec/link.flv", "/data/rec/out/cam-1.flv", "/data/rec/../rec2/x.flv", folder + "/cam-1.flv");
        for (int i = 0; i < ways.size(); i++) recorded(server, "" + i, ways.get(i));
        server.awaitTold(
                "STARTED 0",
                "FAILED 0 PATH_OUTSIDE_ROOT",
                "STARTED 1",
                "FAILED 1 PATH_OUTSIDE_ROOT",
                "STARTED 2",
                "FAILED 2 PATH_OUTSIDE_ROOT",
                "STARTED 3",
                "FAILED 3 PATH_OUTSIDE_ROOT");
    }

    @Test
    void an_accounts_folder_counts_only_where_the_operator_lets_accounts_look() throws IOException {
        Path shared = Files.createDirectory(ofAccounts.resolve("shared"));
        for (Path place : List.of(shared, folder)) {
            recording(place.resolve("cam-1.flv"));
            Map<String, String> paths = Map.of("/data/rec", place.toString());
            String node = "of-account-" + place.equals(shared);
            MediaServer server =
                    MediaServer.naming(intake, node, NGINX_RTMP, RunningIntake.ACME, null, Map.of(), paths);
            recorded(server, "1", "/data/rec/cam-1.flv");
            server.awaitTold("STARTED 1", "FILE_COMPLETED 1", "OVER 1");
            assertThat(server.last("FILE_COMPLETED").at("/data/file/sizeBytes").isMissingNode())
                    .isEqualTo(place.equals(folder));
        }
    }

    @Test
    void what_a_silent_server_was_writing_is_found_there_too() throws IOException {
        MediaServer server = paths("silent-mapped", Map.of("/data/rec", folder.toString()));
        server.hook("publish", "1", "cam");
        Path file = recording(folder.resolve("cam-1795293152.flv"));
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().plusMillis(20)));
        server.awaitTold("STARTED 1", "FILE_COMPLETED 1", "OVER 1");
        assertThat(server.last("FILE_COMPLETED").at("/data/file/uri").textValue())
                .isEqualTo("file:///data/rec/cam-1795293152.flv");
    }

    private static void recorded(MediaServer server, String client, String path) {
        server.hook("publish", client, "s" + client);
        server.hook("record_done", client, "s" + client, "path", path);
        server.hook("publish_done", client, "s" + client);
    }

    private static MediaServer hosts(String node, HookKind kind, Map<String, String> domains) {
        return MediaServer.naming(intake, node, kind, null, null, domains, Map.of());
    }

    private static MediaServer paths(String node, Map<String, String> paths) {
        return MediaServer.naming(intake, node, NGINX_RTMP, null, null, Map.of(), paths);
    }

    private static List<String> domains(MediaServer server) {
        return server.reported().stream()
                .map(event -> event.at("/data/domain").textValue())
                .toList();
    }

    private static Path recording(Path file) throws IOException {
        String media = "/media/two-seconds.flv";
        try (InputStream in = Objects.requireNonNull(ServerNamesIT.class.getResourceAsStream(media), media)) {
            Files.copy(in, file);
        }
        return file;
    }
}
