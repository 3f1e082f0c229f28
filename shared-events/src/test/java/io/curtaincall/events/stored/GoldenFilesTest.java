package io.curtaincall.events.stored;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.SimpleSerializedObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenFilesTest {
    private static final ObjectMapper PRETTY = EventSerializer.mapper()
            .enable(SerializationFeature.INDENT_OUTPUT, SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private final EventSerializer serializer = new EventSerializer();

    static Stream<Arguments> samples() {
        return Stream.concat(
                Samples.ALL.stream().map(event -> arguments("", event)),
                Stream.of(
                                LaterSamples.ALL,
                                LaterSamples.OF_RETRIES,
                                LaterSamples.OF_SERVERS,
                                SamplesOfRoles.ALL,
                                SendingSamples.ALL)
                        .flatMap(samples -> samples.entrySet().stream())
                        .map(variant -> arguments("." + variant.getKey(), variant.getValue())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void an_event_is_stored_as_its_golden_file_says(String variant, Object event) throws IOException {
        StoredEvent stored = stored(event.getClass());
        SerializedObject<byte[]> bytes = serializer.serialize(event, byte[].class);
        assertThat(bytes.getType().getName()).isEqualTo(stored.name());
        assertThat(bytes.getType().getRevision()).isEqualTo(stored.revision());
        assertThat(pretty(bytes.getData())).isEqualTo(golden(stored, variant, pretty(bytes.getData())));
    }

    @ParameterizedTest
    @MethodSource("samples")
    void a_golden_file_is_read_back_as_the_event(String variant, Object event) throws IOException {
        StoredEvent stored = stored(event.getClass());
        byte[] json = golden(stored, variant, "").getBytes(UTF_8);
        Object read = serializer.deserialize(
                new SimpleSerializedObject<>(json, byte[].class, stored.name(), stored.revision()));
        assertThat(read).isEqualTo(event);
    }

    @Test
    void every_stored_name_has_a_sample_and_no_name_is_used_twice() {
        assertThat(StoredEvent.ALL.stream().map(StoredEvent::type))
                .containsExactlyInAnyOrderElementsOf(
                        Samples.ALL.stream().<Class<?>>map(Object::getClass).toList());
        assertThat(StoredEvent.ALL.stream().map(StoredEvent::name)).doesNotHaveDuplicates();
    }

    @Test
    void a_field_of_a_newer_writer_does_not_stop_an_older_reader() {
        byte[] json = "{\"tokenHash\":\"x\",\"issuedAt\":\"2026-01-01T12:00:00Z\",\"later\":1}".getBytes(UTF_8);
        Object read =
                serializer.deserialize(new SimpleSerializedObject<>(json, byte[].class, "operator-token.issued", "1"));
        assertThat(read).hasFieldOrPropertyWithValue("tokenHash", "x");
    }

    private static StoredEvent stored(Class<?> type) {
        return StoredEvent.ALL.stream()
                .filter(candidate -> candidate.type().equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** A missing file fails the test and leaves its proposal in target/golden, to be read and then committed. */
    private static String golden(StoredEvent stored, String variant, String proposal) throws IOException {
        String name = stored.name() + ".v" + stored.revision() + variant + ".json";
        try (InputStream file = GoldenFilesTest.class.getResourceAsStream("/golden/" + name)) {
            if (file != null) return new String(file.readAllBytes(), UTF_8);
        }
        Path proposed = Path.of("target", "golden", name);
        Files.createDirectories(proposed.getParent());
        if (!proposal.isEmpty()) Files.writeString(proposed, proposal);
        throw new AssertionError("no golden file " + name + "; a proposal is in " + proposed);
    }

    private static String pretty(byte[] json) throws JsonProcessingException, IOException {
        return PRETTY.writeValueAsString(PRETTY.readValue(json, Object.class)) + "\n";
    }
}
