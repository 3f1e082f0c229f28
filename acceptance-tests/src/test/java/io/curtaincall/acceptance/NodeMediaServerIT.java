package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.media.MediaServer;
import io.curtaincall.acceptance.media.NodeMediaServer;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.ReceivedRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * This server says that a recording is done 30 seconds after its publisher has left, so the test runs beside the others
 * with installations of its own.
 */
@InBothShapes
@Execution(ExecutionMode.CONCURRENT)
class NodeMediaServerIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** Less than what the server waits, and enough for a machine with other things to do. */
    private static final int SECONDS_OF_DELAY = 20;

    private final Shape shape;

    NodeMediaServerIT(Shape shape) {
        NodeMediaServer.require();
        this.shape = shape;
    }

    @Test
    void a_stream_is_recorded_and_ends_when_its_publisher_left() throws Exception {
        String name = "node-media-server-" + shape;
        Path folder = Installations.freshFolder(name);
        Path recordings = Files.createDirectory(folder.resolve("recordings"));
        try (Installation installation = Installations.start(shape, name + "/curtaincall");
                Scene scene = Scene.in(installation)) {
            Instant left;
            StreamStory story;
            try (MediaServer server = NodeMediaServer.start(folder, recordings, hook(scene, recordings))) {
                assertThat(server.push("live/demo", 4).awaitEnd()).isZero();
                left = Instant.now();
                story = StreamStory.awaitWhole(
                        PATIENCE, "demo", scene, "RECORD_STARTED", "RECORD_FILE_COMPLETED", "RECORD_OVER");
            }
            assertThat(story.the("RECORD_FILE_COMPLETED")
                            .at("/file/durationSeconds")
                            .asDouble())
                    .isBetween(2.0, 6.0);
            assertThat(timeOfOver(scene)).isCloseTo(left, within(SECONDS_OF_DELAY, ChronoUnit.SECONDS));
            for (ReceivedRequest request : scene.receiver().requests()) scene.verifySigned(request);
        }
    }

    private static URI hook(Scene scene, Path recordings) {
        JsonNode source = scene.api()
                .addHookSource(
                        "node-media-server", scene.domain(), "edge-2", Map.of("recordRoot", recordings.toString()))
                .expect(201)
                .json();
        return scene.installation().dispatch().resolve(source.path("path").asText());
    }

    private static Instant timeOfOver(Scene scene) {
        return StreamStory.events(scene)
                .filter(event -> event.at("/data/event").asText().equals("RECORD_OVER"))
                .map(event -> Instant.parse(event.path("time").asText()))
                .findFirst()
                .orElseThrow();
    }
}
