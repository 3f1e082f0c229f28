package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.media.Encoder;
import io.curtaincall.acceptance.media.MediaServer;
import io.curtaincall.acceptance.media.NginxRtmp;
import io.curtaincall.bench.running.Shape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Five streams pushed at the same time into one nginx, once for each shape, since they take as long as they are. To one
 * of them comes a second publisher.
 */
record StreamsIntoNginx(Scene scene, Refusal refusal) {
    static final String UNICODE = "直播間";
    private static final String INJECTED =
            "injected?call=record_done&path=%2Fetc%2Fpasswd&name=other&app=evil&token=SECRET123";
    /** In seconds, longer than anybody waits for what is to happen meanwhile. */
    private static final int UNTIL_STOPPED = 600;

    private static final List<String> STREAMS = List.of("normal", "camera", "injected", UNICODE, "busy");
    private static final Map<Shape, StreamsIntoNginx> PUSHED = new EnumMap<>(Shape.class);

    static synchronized StreamsIntoNginx of(Shape shape) {
        return PUSHED.computeIfAbsent(shape, StreamsIntoNginx::push);
    }

    private static StreamsIntoNginx push(Shape shape) {
        Scene scene = Scene.in(shape);
        Path folder = Installations.freshFolder("nginx-" + shape);
        try {
            Path recordings = Files.createDirectory(folder.resolve("recordings"));
            JsonNode source = scene.api()
                    .addHookSource("nginx-rtmp", scene.domain(), "edge-1", Map.of("recordRoot", recordings.toString()))
                    .expect(201)
                    .json();
            URI hook =
                    scene.installation().dispatch().resolve(source.path("path").asText());
            try (MediaServer nginx = NginxRtmp.start(folder, recordings, hook)) {
                return new StreamsIntoNginx(scene, pushAll(nginx, scene, recordings));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Refusal pushAll(MediaServer nginx, Scene scene, Path recordings) {
        List<Encoder> encoders = List.of(
                nginx.push("live/normal", 4),
                nginx.push("seg/camera", 5),
                nginx.push("live/" + INJECTED, 3),
                nginx.push("live/" + UNICODE, 3));
        Encoder busy = nginx.push("live/busy", UNTIL_STOPPED);
        Refusal refusal;
        try {
            refusal = pushToBusyName(nginx, scene, recordings);
            encoders.forEach(Encoder::awaitEnd);
        } finally {
            busy.stop();
        }
        STREAMS.forEach(stream -> awaitOver(stream, scene)); // a server that stops takes the hooks with it that it owes
        return refusal;
    }

    private static void awaitOver(String stream, Scene scene) {
        await().atMost(Scene.SOON)
                .untilAsserted(
                        () -> assertThat(StreamStory.of(stream, scene).events()).contains("RECORD_OVER"));
    }

    private static Refusal pushToBusyName(MediaServer nginx, Scene scene, Path recordings) {
        await().atMost(Scene.SOON)
                .untilAsserted(
                        () -> assertThat(StreamStory.of("busy", scene).events()).contains("RECORD_STARTED"));
        int exitCode = nginx.push("live/busy", 2).awaitEnd();
        Refusal refusal = new Refusal(exitCode, recordedBytes(recordings, "busy"));
        await().atMost(Scene.SOON).until(() -> recordedBytes(recordings, "busy") > refusal.recordedBytes());
        return refusal;
    }

    /** Of the largest file: the server begins one for whom it then refuses, too. */
    private static long recordedBytes(Path recordings, String stream) {
        try (Stream<Path> files = Files.list(recordings)) {
            return files.filter(file -> file.getFileName().toString().startsWith(stream + "-"))
                    .mapToLong(file -> file.toFile().length())
                    .max()
                    .orElse(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What became of the second publisher.
     *
     * @param exitCode of its encoder
     * @param recordedBytes of the first one's file when it had been refused
     */
    record Refusal(int exitCode, long recordedBytes) {}
}
