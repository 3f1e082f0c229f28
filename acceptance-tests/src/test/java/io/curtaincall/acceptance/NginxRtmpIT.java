package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.acceptance.media.NginxRtmp;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.ReceivedRequest;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@InBothShapes
class NginxRtmpIT {
    private final Scene scene;
    private final int refused;

    NginxRtmpIT(Shape shape) {
        NginxRtmp.require();
        StreamsIntoNginx streams = StreamsIntoNginx.of(shape);
        scene = streams.scene();
        refused = streams.refused();
    }

    @Test
    void a_stream_is_recorded_and_its_customer_told() throws Exception {
        StreamStory story = awaitWhole("normal");

        JsonNode file = story.the("RECORD_FILE_COMPLETED").path("file");
        assertThat(file.path("durationSeconds").asDouble()).isBetween(2.0, 5.0);
        assertThat(file.path("sizeBytes").asLong())
                .isEqualTo(Files.size(Path.of(URI.create(file.path("uri").asText()))));
        assertThat(file.path("width").asInt()).isEqualTo(320);
        for (ReceivedRequest request : scene.receiver().requests()) scene.verifySigned(request);
        await().atMost(Scene.SOON)
                .untilAsserted(() -> assertThat(scene.records("&stream=normal")).hasSize(3));
    }

    @Test
    void a_stream_cut_into_files_numbers_them_and_adds_them_up() {
        await().atMost(Scene.SOON).untilAsserted(() -> assertAddedUp(StreamStory.of("camera", scene)));
    }

    private static void assertAddedUp(StreamStory story) {
        List<JsonNode> files = story.each("RECORD_FILE_COMPLETED");
        assertThat(files).hasSizeGreaterThanOrEqualTo(2);
        assertThat(files)
                .extracting(each -> each.path("segment").asInt())
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.rangeClosed(1, files.size()).boxed().toList());
        assertThat(story.each("RECORD_OVER"))
                .singleElement()
                .satisfies(over -> assertThat(over.at("/totals/files").asInt()).isEqualTo(files.size()));
    }

    @Test
    void what_a_publisher_appends_to_its_address_reaches_nobody() {
        awaitWhole("injected");

        assertThat(scene.receiver().requests())
                .allSatisfy(request ->
                        assertThat(request.text()).doesNotContain("SECRET123", "passwd", "evil", "\"other\""));
    }

    @Test
    void a_name_in_any_script_comes_out_as_it_went_in() {
        StreamStory story = awaitWhole(StreamsIntoNginx.UNICODE);

        assertThat(story.the("RECORD_FILE_COMPLETED").at("/file/sizeBytes").asLong())
                .isPositive();
    }

    @Test
    void a_second_publisher_of_a_busy_name_is_reported_as_such_and_spoils_nothing() {
        StreamStory story = StreamStory.awaitWhole(
                Scene.SOON, "busy", scene, "RECORD_STARTED", "RECORD_FAILED", "RECORD_FILE_COMPLETED", "RECORD_OVER");

        assertThat(refused).isNotZero();
        assertThat(story.the("RECORD_FILE_COMPLETED")
                        .at("/file/durationSeconds")
                        .asDouble())
                .as("goes on after the refusal")
                .isGreaterThan(4);
        assertThat(story.each("RECORD_FAILED"))
                .extracting(each -> each.at("/error/code").asText())
                .containsExactly("DUPLICATE_PUBLISHER");
    }

    private StreamStory awaitWhole(String stream) {
        return StreamStory.awaitWhole(
                Scene.SOON, stream, scene, "RECORD_STARTED", "RECORD_FILE_COMPLETED", "RECORD_OVER");
    }
}
