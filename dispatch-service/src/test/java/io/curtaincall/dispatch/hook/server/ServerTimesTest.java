package io.curtaincall.dispatch.hook.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dispatch.hook.server.HookRequest.Proof;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import io.curtaincall.events.hook.HookSourceId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times and durations, which every server tells in another form. */
class ServerTimesTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final List<ServerHooks> SERVERS = List.of(
            new NginxRtmpHooks(),
            new NodeMediaServerHooks(),
            new SrsHooks(),
            new OryxHooks(),
            new MediaMtxHooks(),
            new LiveKitHooks(Clock.systemUTC()),
            new OvenMediaEngineHooks(),
            new AntMediaHooks());

    @ParameterizedTest
    @CsvSource({
        "ANT_MEDIA, '{\"action\":\"vodReady\",\"id\":\"a\",\"timestamp\":\"1767268800500\"}'",
        "MEDIAMTX, event=unavailable&path=a&id=1767268800.5-77",
        "NODE_MEDIA_SERVER, '{\"action\":\"postRecord\",\"id\":\"a\",\"createtime\":1767268800500}'",
        "NODE_MEDIA_SERVER, '{\"action\":\"doneRecord\",\"createtime\":1,\"endtime\":1767268800500}'",
        "OVENMEDIAENGINE, '{\"request\":{\"status\":\"opening\",\"time\":\"2026-01-01T13:00:00.500+0100\"}}'"
    })
    void a_servers_own_time_of_a_hook_is_known_where_it_tells_one(HookKind kind, String body) {
        assertThat(sentAt(kind, body)).isEqualTo(NOON.plusMillis(500));
    }

    @ParameterizedTest
    @CsvSource({
        "NGINX_RTMP, call=update_publish&time=30&timestamp=30000",
        "SRS, '{\"action\":\"on_dvr\",\"file\":\"demo.1767268800500.flv\"}'",
        "ORYX, '{\"action\":\"on_record_end\",\"uuid\":\"a\"}'",
        "MEDIAMTX, path=a&segment_path=/rec/1.mp4",
        "NODE_MEDIA_SERVER, '{\"action\":\"postPublish\",\"createtime\":1767268800500}'",
        "NODE_MEDIA_SERVER, '{\"action\":\"donePublish\",\"endtime\":1767268800500}'",
        "ANT_MEDIA, '{\"action\":\"vodReady\",\"timestamp\":\"now\"}'"
    })
    void the_time_of_a_stream_or_file_is_not_taken_for_it(HookKind kind, String body) {
        assertThat(sentAt(kind, body)).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SRS, on_hls, duration, 9.36, 9.36",
        "SRS, on_hls, duration, 0, 0",
        "SRS, on_hls, duration, -1, ",
        "SRS, on_hls, duration, NaN, ",
        "SRS, on_hls, duration, Infinity, ",
        "SRS, on_hls, duration, ten, ",
        "MEDIAMTX, segment-complete, segment_duration, 60.5, 60.5",
        "MEDIAMTX, segment-complete, segment_duration, 604800, 604800",
        "MEDIAMTX, segment-complete, segment_duration, 604801, ",
        "LIVEKIT, egress_ended, duration, 9983000000, 9.983",
        "LIVEKIT, egress_ended, duration, -9983000000, ",
        "LIVEKIT, egress_ended, duration, 9223372036854775807, ",
        "OVENMEDIAENGINE, record, recordTime, 10199, 10.199",
        "OVENMEDIAENGINE, record, recordTime, -1, ",
        "ANT_MEDIA, vodReady, duration, 9983, 9.983",
        "ANT_MEDIA, vodReady, duration, 604800001, ",
        "ANT_MEDIA, vodReady, duration, '', "
    })
    void durations_are_seconds_and_what_cannot_be_is_left_out(
            HookKind kind, String call, String field, String told, @Nullable Double seconds) {
        assertThat(file(kind, call, Map.of(field, told)).durationSeconds()).isEqualTo(seconds);
    }

    @Test
    void the_half_minute_that_node_media_server_waits_is_no_part_of_a_duration() {
        Map<String, String> fields = Map.of("createtime", "1767268800000", "endtime", "1767268839900");
        ServerFile file = file(HookKind.NODE_MEDIA_SERVER, "doneRecord", fields);
        assertThat(file.durationSeconds()).isNull();
        assertThat(file.endedAt()).isNull();
    }

    @Test
    void no_recording_ends_before_it_began_nor_lasts_longer_than_it_was_made() {
        ServerFile backwards = ServerFile.at("/a", "").lasting(10.0).between(NOON, NOON.minusMillis(1));
        assertThat(backwards.startedAt()).isNull();
        assertThat(backwards.endedAt()).isNull();
        assertThat(backwards.durationSeconds()).isEqualTo(10);
        ServerFile milliseconds = ServerFile.at("/a", "").lasting(9983.0).between(NOON, NOON.plusSeconds(10));
        assertThat(milliseconds.durationSeconds()).isNull();
        assertThat(milliseconds.endedAt()).isEqualTo(NOON.plusSeconds(10));
        assertThat(ServerFile.at("/a", "")
                        .between(NOON, NOON.plusSeconds(605_000))
                        .endedAt())
                .isNull();
    }

    private static @Nullable Instant sentAt(HookKind kind, String body) {
        HookRequest request = new HookRequest(body.getBytes(StandardCharsets.UTF_8), "", header -> null, Proof.NONE);
        return server(kind).take(request).hooks().getFirst().sentAt();
    }

    /** One that stands in the hook with all else that it must have. */
    private static ServerFile file(HookKind kind, String call, Map<String, String> fields) {
        Map<String, String> all = new HashMap<>(fields);
        Map<String, String> rest = Map.of(
                "file",
                "/a.flv",
                "hls",
                "files",
                "segment_path",
                "/a.flv",
                "filePath",
                "/a.flv",
                "place",
                "/a.flv",
                "egressId",
                "EG_1",
                "result",
                "file",
                "vodName",
                "a");
        all.putAll(rest);
        HookReceived hook = new HookReceived(new HookSourceId("hs_1"), kind, call, all, NOON);
        Meaning meaning = server(kind).meaning(hook, source(kind)).orElseThrow();
        return ((FileClosed) meaning.signal()).file();
    }

    private static ServerHooks server(HookKind kind) {
        return SERVERS.stream()
                .filter(server -> server.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static HookSourceAdded source(HookKind kind) {
        return new HookSourceAdded(
                new HookSourceId("hs_1"), null, kind, "live.example.com", "edge-1", "hash", true, null, NOON);
    }
}
