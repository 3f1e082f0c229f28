package io.curtaincall.events.stored;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever reads the two tables of streams finds every event in both, in the same stream. */
class StreamsTableTest {
    private static final Path DOCS = Path.of("..", "docs");

    static Stream<String> names() {
        return StoredEvent.ALL.stream().map(StoredEvent::name);
    }

    @ParameterizedTest
    @MethodSource("names")
    void every_event_stands_in_one_row_of_streams_and_that_is_the_one_the_list_of_events_names(String name)
            throws IOException {
        List<List<String>> streams = rows("architecture.md", "## Streams").toList();
        assertThat(streams.stream().filter(row -> holds(row.getLast(), name)))
                .as("rows of docs/architecture.md with %s", name)
                .singleElement()
                .satisfies(row -> assertThat(row.getFirst()).isEqualTo(streamOf(name)));
    }

    private static boolean holds(String events, String name) {
        String family = name.substring(0, name.indexOf('.')) + ".*";
        return events.contains("`" + name + "`") || events.contains("`" + family + "`");
    }

    /** As docs/events.md has it, where a number within the stream or a reference to the row before may stand. */
    private static String streamOf(String name) throws IOException {
        String stream = "";
        for (List<String> row : rows("events.md", "# Stored events").toList()) {
            stream = row.size() < 4 || row.get(3).equals("the same") ? stream : withoutNumber(row.get(3));
            if (row.getFirst().equals("`" + name + "`")) return stream;
        }
        throw new AssertionError("docs/events.md has no " + name);
    }

    private static String withoutNumber(String stream) {
        int comma = stream.indexOf(',');
        return comma < 0 ? stream : stream.substring(0, comma);
    }

    /** The cells of the first table below a heading. */
    private static Stream<List<String>> rows(String document, String heading) throws IOException {
        return Files.readAllLines(DOCS.resolve(document)).stream()
                .dropWhile(line -> !line.equals(heading))
                .dropWhile(line -> !line.startsWith("|---"))
                .skip(1)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(String::strip)
                        .toList());
    }
}
