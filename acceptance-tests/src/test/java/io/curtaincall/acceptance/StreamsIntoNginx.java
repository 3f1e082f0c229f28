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
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Five streams pushed at the same time into one nginx, once for each shape, since they take as long as they are.
 *
 * @param refused how the encoder ended that came second to a busy name
 */
record StreamsIntoNginx(Scene scene, int refused) {
    static final String UNICODE = "直播間";
    private static final String INJECTED =
            "injected?call=record_done&path=%2Fetc%2Fpasswd&name=other&app=evil&token=SECRET123";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
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
                return new StreamsIntoNginx(scene, pushAll(nginx, scene));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int pushAll(MediaServer nginx, Scene scene) {
        List<Encoder> encoders = List.of(
                nginx.push("live/normal", 4),
                nginx.push("seg/camera", 5),
                nginx.push("live/" + INJECTED, 3),
                nginx.push("live/" + UNICODE, 3),
                nginx.push("live/busy", 7));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(StreamStory.of("busy", scene).events()).contains("RECORD_STARTED"));
        // within the same second nginx would truncate the first one's file, see docs/media-servers.md
        long started = Instant.now().getEpochSecond();
        await().until(() -> Instant.now().getEpochSecond() > started);
        int refused = nginx.push("live/busy", 2).awaitEnd();
        encoders.forEach(Encoder::awaitEnd);
        return refused;
    }
}
