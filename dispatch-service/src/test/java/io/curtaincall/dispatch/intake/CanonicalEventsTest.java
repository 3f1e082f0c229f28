package io.curtaincall.dispatch.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.TooLarge;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.events.live.Topic;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalEventsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final CanonicalEvents canonical = new CanonicalEvents();

    static Stream<String> realEvents() throws IOException {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(resource("nginx-rtmp-e2e.jsonl"), StandardCharsets.UTF_8))) {
            return lines.lines().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("realEvents")
    void every_event_of_a_real_run_is_accepted(String line) throws JsonProcessingException {
        ObjectNode envelope = (ObjectNode) JSON.readTree(line);
        CanonicalEvent event = canonical.require(envelope);
        assertThat(event.topic().eventName())
                .isEqualTo(envelope.at("/data/event").textValue());
        assertThat(JSON.readTree(event.json())).isEqualTo(envelope);
    }

    @Test
    void the_event_is_kept_as_sent_in_a_fixed_order() {
        CanonicalEvent event =
                canonical.require(with(e -> e.put("traceid", "t1").put("attempt", 3)));
        assertThat(event.topic()).isEqualTo(Topic.RECORDING_FILE_COMPLETED);
        assertThat(event.occurredAt()).isEqualTo(Instant.parse("2026-11-21T20:40:26.988Z"));
        assertThat(event.json())
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"53e3e4e794596b9f6556de570c122284\",\"source\":")
                .contains("\"partitionkey\":\"eaf424c6325f81f6\",\"traceid\":\"t1\",\"attempt\":3,\"data\":{");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    id                | /id          | required
                    source            | /source      | required
                    subject           | /subject     | required
                    time              | /time        | required
                    data              | /data        | required
                    specversion       | /specversion | required
                    """)
    void a_missing_attribute_is_named(String missing, String pointer, String reason) {
        assertThat(errors(with(e -> e.remove(missing)))).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(pointer);
            assertThat(error.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    /specversion             | "0.3"
                    /id                      | ""
                    /id                      | 7
                    /id                      | "a\\u0000b"
                    /source                  | "not a uri"
                    /source                  | "half \\ud800"
                    /type                    | "org.example.recording.exploded.v1"
                    /time                    | "yesterday"
                    /time                    | "2026-02-30T00:00:00Z"
                    /subject                 | "live.example.com/live/other"
                    /datacontenttype         | "application/xml"
                    /Upper                   | "x"
                    /object                  | {}
                    /data                    | []
                    /data/event              | "RECORD_OVER"
                    /data/event              | "RECORD_EXPLODED"
                    /data/domain             | ""
                    /data/app                | null
                    /data/surprise           | 1
                    /data/segment            | 0
                    /data/file/sizeBytes     | -1
                    /data/file/sizeBytes     | "1"
                    /data/file/durationSeconds | "9"
                    /data/file/startTime     | "2026-11-21 20:40"
                    /data/file/format        | "avi"
                    /data/origin/server      | 1
                    """)
    void a_wrong_value_is_named(String pointer, String value) {
        assertThat(errors(with(e -> set(e, pointer, value))))
                .extracting(FieldError::field)
                .contains(pointer);
    }

    @Test
    void a_name_that_utf_8_cannot_spell_is_named_as_its_escape() {
        assertThat(errors(with(e -> data(e).putObject("pushArgs").put("callback_\ud800", "x"))))
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("/data/pushArgs/callback_\\ud800");
                    assertThat(error.reason()).isEqualTo("has a name that is not valid Unicode");
                });
        assertThat(errors(with(e -> data(e).put("half\udc00", 1))))
                .extracting(FieldError::field)
                .contains("/data/half\\udc00");
    }

    @Test
    void of_the_ingest_urls_arguments_only_those_meant_for_receivers_are_kept() {
        CanonicalEvent event = canonical.require(with(e -> data(e).putObject("pushArgs")
                .put("auth_key", "planted-1")
                .put("callback_user", "u1")
                .put("Callback_User", "planted-2")
                .put("token", "planted-3")));
        assertThat(event.json())
                .contains("\"pushArgs\":{\"callback_user\":\"u1\"}")
                .doesNotContain("planted");
        CanonicalEvent none =
                canonical.require(with(e -> data(e).putObject("pushArgs").put("auth_key", "planted-1")));
        assertThat(none.json()).doesNotContain("pushArgs").doesNotContain("planted");
    }

    @Test
    void a_completed_file_needs_the_file_and_a_failure_its_error() {
        assertThat(errors(with(e -> ((ObjectNode) e.get("data")).remove("file"))))
                .extracting(FieldError::field)
                .containsExactly("/data/file");
        assertThat(errors(with(e -> {
                    e.put("type", "x.recording.failed.v1");
                    ((ObjectNode) e.get("data")).put("event", "RECORD_FAILED");
                })))
                .extracting(FieldError::field)
                .containsExactly("/data/error");
    }

    @Test
    void a_stream_event_needs_no_task_but_a_recording_event_does() {
        ObjectNode started = with(e -> {
            e.put("type", "x.stream.started.v1");
            ((ObjectNode) e.get("data")).put("event", "STREAM_STARTED").remove(List.of("taskId", "file", "segment"));
        });
        assertThat(canonical.require(started).topic()).isEqualTo(Topic.STREAM_STARTED);
        assertThat(errors(with(e -> ((ObjectNode) e.get("data")).remove("taskId"))))
                .extracting(FieldError::field)
                .containsExactly("/data/taskId");
    }

    @Test
    void a_snapshot_needs_its_picture_and_no_task() {
        Consumer<ObjectNode> taken = e -> {
            e.put("type", "x.snapshot.taken.v1");
            data(e).put("event", "SNAPSHOT_TAKEN").remove(List.of("taskId", "segment"));
            ((ObjectNode) data(e).get("file")).put("format", "jpg");
        };
        assertThat(canonical.require(with(taken)).topic()).isEqualTo(Topic.SNAPSHOT_TAKEN);
        assertThat(errors(with(taken.andThen(e -> data(e).remove("file")))))
                .extracting(FieldError::field)
                .containsExactly("/data/file");
    }

    @Test
    void the_subject_may_be_plain_or_encoded_and_is_kept_encoded() {
        String encoded = "live.example.com/live/%E7%9B%B4%E6%92%AD";
        for (String subject : List.of(encoded, "live.example.com/live/直播")) {
            CanonicalEvent event = canonical.require(with(e -> {
                e.put("subject", subject);
                ((ObjectNode) e.get("data")).put("stream", "直播");
            }));
            assertThat(event.stream()).isEqualTo("直播");
            assertThat(event.json()).contains("\"subject\":\"" + encoded + "\"");
        }
    }

    @Test
    void the_domain_is_matched_in_lower_case_and_kept_as_sent() {
        CanonicalEvent event = canonical.require(with(e -> {
            e.put("subject", "Live.Example.com/live/demo");
            ((ObjectNode) e.get("data")).put("domain", "Live.Example.com");
        }));
        assertThat(event.domain()).isEqualTo("live.example.com");
        assertThat(event.json()).contains("\"domain\":\"Live.Example.com\"");
    }

    @Test
    void an_event_above_64_KiB_is_refused() {
        assertThatThrownBy(() -> canonical.require(with(e -> e.put("padding", "x".repeat(65_000)))))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        e -> assertThat(e.problem()).isEqualTo(new TooLarge("an event", 65_536)));
    }

    private static ObjectNode data(ObjectNode envelope) {
        return (ObjectNode) envelope.get("data");
    }

    private List<FieldError> errors(ObjectNode envelope) {
        try {
            canonical.require(envelope);
            return List.of();
        } catch (RefusedException e) {
            return ((Invalid) e.problem()).errors();
        }
    }

    static ObjectNode with(Consumer<ObjectNode> change) {
        try (InputStream text = resource("example-file-completed.json")) {
            ObjectNode envelope = (ObjectNode) JSON.readTree(text);
            change.accept(envelope);
            return envelope;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static void set(ObjectNode envelope, String pointer, String json) {
        int slash = pointer.lastIndexOf('/');
        try {
            ((ObjectNode) envelope.at(pointer.substring(0, slash)))
                    .set(pointer.substring(slash + 1), JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    private static InputStream resource(String name) {
        return Objects.requireNonNull(CanonicalEventsTest.class.getResourceAsStream("/canonical/" + name));
    }
}
