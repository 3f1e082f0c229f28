package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.testsupport.ReceivedRequest;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The {@code data} of every callback about one stream, in the order they came. */
record StreamStory(List<JsonNode> data) {
    private static final JsonMapper JSON = new JsonMapper();

    static StreamStory of(String stream, Scene scene) {
        return new StreamStory(events(scene)
                .map(event -> event.path("data"))
                .filter(data -> data.path("stream").asText().equals(stream))
                .toList());
    }

    /** The story once all of it has come: these events in any order, and no others. */
    static StreamStory awaitWhole(Duration patience, String stream, Scene scene, String... events) {
        await().atMost(patience)
                .untilAsserted(() -> assertThat(of(stream, scene).events()).containsExactlyInAnyOrder(events));
        return of(stream, scene);
    }

    /** Every event the scene's receiver has been sent, whole. */
    static Stream<JsonNode> events(Scene scene) {
        return scene.receiver().requests().stream().map(StreamStory::event);
    }

    private static JsonNode event(ReceivedRequest request) {
        try {
            return JSON.readTree(request.text());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("not JSON: " + request, e);
        }
    }

    List<String> events() {
        return data.stream().map(each -> each.path("event").asText()).toList();
    }

    List<JsonNode> each(String event) {
        return data.stream()
                .filter(each -> each.path("event").asText().equals(event))
                .toList();
    }

    JsonNode the(String event) {
        return each(event).getFirst();
    }
}
