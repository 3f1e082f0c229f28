package io.curtaincall.dispatch.hook.session;

import static io.curtaincall.events.hook.HookKind.LIVEKIT;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.util.JsonFormat;
import io.curtaincall.dispatch.intake.RunningIntake;
import io.livekit.server.AccessToken;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import livekit.LivekitEgress.EgressInfo;
import livekit.LivekitEgress.EgressStatus;
import livekit.LivekitEgress.FileInfo;
import livekit.LivekitEgress.SegmentsInfo;
import livekit.LivekitEgress.StreamInfo;
import livekit.LivekitWebhook.WebhookEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What LiveKit sends, in its own messages and with tokens made by its own library. */
class LiveKitIT {
    private static final String KEY = "APIplanted";
    private static final String SECRET = "planted-secret-of-livekit";
    private static final String EGRESS = "EG_9sLZmZk3Gw4T";
    private static final long STARTED = 1_795_293_152_719_000_000L;
    private static final long ENDED = 1_795_293_162_918_000_000L;
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
    void an_egress_is_told_from_start_to_end_with_all_that_the_server_knows() throws Exception {
        MediaServer server = server("livekit");
        send(server, "egress_started", "EV_1", egress(EgressStatus.EGRESS_STARTING));
        send(server, "egress_updated", "EV_2", egress(EgressStatus.EGRESS_ACTIVE));
        send(server, "egress_updated", "EV_3", egress(EgressStatus.EGRESS_ENDING));
        send(
                server,
                "egress_ended",
                "EV_4",
                egress(EgressStatus.EGRESS_COMPLETE).addFileResults(file()));
        server.awaitTold("STARTED " + EGRESS, "FILE_COMPLETED " + EGRESS, "OVER " + EGRESS);
        JsonNode completed = server.last("FILE_COMPLETED").at("/data");
        assertThat(completed.at("/app").textValue()).isEqualTo("livekit");
        assertThat(completed.at("/stream").textValue()).isEqualTo("room-1");
        JsonNode file = completed.at("/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("https://bucket.s3.example.com/rec/room-1.mp4");
        assertThat(file.at("/sizeBytes").longValue()).isEqualTo(356_838);
        assertThat(file.at("/durationSeconds").doubleValue()).isEqualTo(9.983);
        assertThat(file.at("/startTime").textValue()).isEqualTo("2026-11-21T20:32:32.719Z");
        assertThat(file.at("/endTime").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
        assertThat(server.reported().getFirst().at("/time").textValue()).isEqualTo("2026-11-21T20:32:32.719Z");
        assertThat(server.last("OVER").at("/time").textValue()).isEqualTo("2026-11-21T20:32:42.918Z");
        assertThat(server.reported().toString()).doesNotContain("planted", "Signature");
    }

    @Test
    void retries_and_news_of_what_has_ended_change_nothing() throws Exception {
        MediaServer server = server("livekit-again");
        for (int i = 0; i < 2; i++) {
            send(server, "egress_started", "EV_1", egress(EgressStatus.EGRESS_STARTING));
            send(
                    server,
                    "egress_ended",
                    "EV_2",
                    egress(EgressStatus.EGRESS_COMPLETE).addFileResults(file()));
        }
        send(server, "egress_updated", "EV_3", egress(EgressStatus.EGRESS_ACTIVE));
        server.awaitTold("STARTED " + EGRESS, "FILE_COMPLETED " + EGRESS, "OVER " + EGRESS);
    }

    @Test
    void egresses_of_one_room_go_on_side_by_side() throws Exception {
        MediaServer server = server("livekit-two");
        send(server, "egress_started", "EV_1", egress(EgressStatus.EGRESS_ACTIVE));
        send(
                server,
                "egress_started",
                "EV_2",
                egress(EgressStatus.EGRESS_ACTIVE).setEgressId("EG_other"));
        send(
                server,
                "egress_ended",
                "EV_3",
                egress(EgressStatus.EGRESS_COMPLETE).addFileResults(file()));
        server.awaitTold("STARTED " + EGRESS, "STARTED EG_other", "FILE_COMPLETED " + EGRESS, "OVER " + EGRESS);
    }

    @Test
    @SuppressWarnings("deprecation")
    void an_older_server_that_fills_only_the_single_result_is_understood() throws Exception {
        MediaServer server = server("livekit-older");
        send(
                server,
                "egress_ended",
                "EV_1",
                egress(EgressStatus.EGRESS_COMPLETE).setFile(file()));
        server.awaitTold("STARTED " + EGRESS, "FILE_COMPLETED " + EGRESS, "OVER " + EGRESS);
    }

    @Test
    void a_failed_egress_is_a_failure_after_the_files_it_left() throws Exception {
        MediaServer server = server("livekit-failed");
        send(server, "egress_started", "EV_1", egress(EgressStatus.EGRESS_ACTIVE));
        EgressInfo.Builder failed = egress(EgressStatus.EGRESS_FAILED)
                .setError("could not upload to https://user:planted@bucket")
                .setErrorCode(500)
                .addFileResults(file())
                .addFileResults(file().clearSize());
        send(server, "egress_ended", "EV_2", failed);
        server.awaitTold("STARTED " + EGRESS, "FILE_COMPLETED " + EGRESS, "FAILED " + EGRESS + " UNKNOWN");
        assertThat(server.last("FAILED").at("/data/error/message").textValue())
                .isEqualTo("the egress failed, code 500");
    }

    @Test
    void an_aborted_egress_has_failed_whatever_else_came_of_it() throws Exception {
        MediaServer server = server("livekit-aborted");
        send(server, "egress_ended", "EV_1", egress(EgressStatus.EGRESS_ABORTED));
        server.awaitTold("FAILED " + EGRESS + " ABORTED");
    }

    @Test
    void a_playlist_is_a_file_that_nobody_looks_into() throws Exception {
        MediaServer server = server("livekit-hls");
        SegmentsInfo.Builder segments = SegmentsInfo.newBuilder()
                .setPlaylistName("/out/room-1.m3u8")
                .setPlaylistLocation("/out/room-1.m3u8")
                .setSize(1000)
                .setDuration(9_983_000_000L);
        send(
                server,
                "egress_ended",
                "EV_1",
                egress(EgressStatus.EGRESS_LIMIT_REACHED).addSegmentResults(segments));
        server.awaitTold("STARTED " + EGRESS, "FILE_COMPLETED " + EGRESS, "OVER " + EGRESS);
        JsonNode file = server.last("FILE_COMPLETED").at("/data/file");
        assertThat(file.at("/uri").textValue()).isEqualTo("file:///out/room-1.m3u8");
        assertThat(file.at("/format").textValue()).isEqualTo("hls");
    }

    @Test
    void what_only_sends_a_stream_on_is_no_recording() throws Exception {
        MediaServer server = server("livekit-stream");
        StreamInfo.Builder stream = StreamInfo.newBuilder().setUrl("rtmp://example.com/live/planted");
        send(
                server,
                "egress_started",
                "EV_1",
                egress(EgressStatus.EGRESS_ACTIVE).addStreamResults(stream));
        send(
                server,
                "egress_ended",
                "EV_2",
                egress(EgressStatus.EGRESS_COMPLETE).addStreamResults(stream));
        send(
                server,
                "egress_started",
                "EV_3",
                egress(EgressStatus.EGRESS_ACTIVE).setEgressId("EG_rec"));
        server.awaitTold("STARTED EG_rec");
    }

    @Test
    void one_changed_byte_another_key_or_a_token_that_is_over_is_refused() throws Exception {
        MediaServer server = server("livekit-guarded");
        String body = body("egress_started", "EV_1", egress(EgressStatus.EGRESS_ACTIVE));
        assertThat(send(server, body, token(KEY, SECRET, body, 0)).statusCode()).isEqualTo(200);
        for (HttpResponse<String> refused : List.of(
                send(server, body + " ", token(KEY, SECRET, body, 0)),
                send(server, body.replace("EV_1", "EV_9"), token(KEY, SECRET, body, 0)),
                send(server, body, token(KEY, "another-secret", body, 0)),
                send(server, body, token("APIother", SECRET, body, 0)),
                send(server, body, token(KEY, SECRET, body, -120)),
                send(server, body, token(KEY, SECRET, "", 0)),
                send(server, body, "no-token"),
                send(server, body, ""))) {
            assertThat(refused.statusCode()).isEqualTo(401);
            assertThat(refused.body()).doesNotContain("planted", "secret-livekit", "EV_");
        }
    }

    @Test
    void a_source_without_a_key_takes_nothing() throws Exception {
        MediaServer server = MediaServer.added(intake, "livekit-keyless", LIVEKIT, null);
        String body = body("egress_started", "EV_1", egress(EgressStatus.EGRESS_ACTIVE));
        assertThat(send(server, body, token(KEY, SECRET, body, 0)).statusCode()).isEqualTo(401);
    }

    private static MediaServer server(String node) {
        return MediaServer.showing(intake, node, LIVEKIT, KEY, SECRET);
    }

    private static EgressInfo.Builder egress(EgressStatus status) {
        EgressInfo.Builder egress = EgressInfo.newBuilder()
                .setEgressId(EGRESS)
                .setRoomName("room-1")
                .setStatus(status)
                .setStartedAt(STARTED);
        boolean over = status.getNumber() >= EgressStatus.EGRESS_COMPLETE_VALUE;
        return over ? egress.setEndedAt(ENDED) : egress;
    }

    private static FileInfo.Builder file() {
        return FileInfo.newBuilder()
                .setFilename("rec/room-1.mp4")
                .setLocation("https://bucket.s3.example.com/rec/room-1.mp4?X-Amz-Signature=planted")
                .setSize(356_838)
                .setDuration(9_983_000_000L)
                .setStartedAt(STARTED)
                .setEndedAt(ENDED);
    }

    private static void send(MediaServer server, String event, String id, EgressInfo.Builder egress) throws Exception {
        String body = body(event, id, egress);
        assertThat(send(server, body, token(KEY, SECRET, body, 0)).statusCode()).isEqualTo(200);
    }

    private static HttpResponse<String> send(MediaServer server, String body, String token) {
        return intake.post(server.path(), "", "application/webhook+json", body, "Authorization", token);
    }

    private static String body(String event, String id, EgressInfo.Builder egress)
            throws InvalidProtocolBufferException {
        WebhookEvent.Builder hook = WebhookEvent.newBuilder()
                .setEvent(event)
                .setId(id)
                .setCreatedAt(STARTED / 1_000_000_000)
                .setEgressInfo(egress);
        return JsonFormat.printer().omittingInsignificantWhitespace().print(hook);
    }

    /** @param seconds below zero: since when it is over */
    private static String token(String key, String secret, String body, int seconds) throws NoSuchAlgorithmException {
        AccessToken token = new AccessToken(key, secret);
        int life = seconds < 0 ? seconds : 300;
        token.setExpiration(Date.from(Instant.now().plusSeconds(life)));
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
        if (!body.isEmpty()) token.setSha256(Base64.getEncoder().encodeToString(hash));
        return token.toJwt();
    }
}
