package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.media.MediaServer;
import io.curtaincall.acceptance.media.NodeMediaServer;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Shape;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * This server says that a recording is done 30 seconds after its publisher has left, so the test runs beside the others
 * with an installation of its own.
 */
@Execution(ExecutionMode.CONCURRENT)
class NodeMediaServerIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Test
    void a_stream_is_recorded_and_its_length_is_that_of_the_file() throws Exception {
        NodeMediaServer.require();
        Path folder = Installations.freshFolder("node-media-server");
        Path recordings = Files.createDirectory(folder.resolve("recordings"));
        try (Installation installation = Installations.start(Shape.ALL_IN_ONE, "node-media-server/curtaincall");
                Scene scene = Scene.in(installation)) {
            JsonNode source = scene.api()
                    .addHookSource(
                            "node-media-server", scene.domain(), "edge-2", Map.of("recordRoot", recordings.toString()))
                    .expect(201)
                    .json();
            var hook = installation.dispatch().resolve(source.path("path").asText());
            try (MediaServer server = NodeMediaServer.start(folder, recordings, hook)) {
                assertThat(server.push("live/demo", 4).awaitEnd()).isZero();
                await().atMost(PATIENCE)
                        .until(() -> StreamStory.of("demo", scene).events().contains("RECORD_OVER"));
            }
            StreamStory story = StreamStory.of("demo", scene);
            assertThat(story.events())
                    .containsExactlyInAnyOrder("RECORD_STARTED", "RECORD_FILE_COMPLETED", "RECORD_OVER");
            assertThat(story.the("RECORD_FILE_COMPLETED")
                            .at("/file/durationSeconds")
                            .asDouble())
                    .isBetween(2.0, 6.0);
        }
    }
}
