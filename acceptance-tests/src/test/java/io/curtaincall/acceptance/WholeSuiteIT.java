package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.acceptance.planted.Secrets;
import io.curtaincall.bench.running.Shape;
import io.curtaincall.testsupport.LiveEvents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Comes last and looks at all that every test before it has left: the data folders and logs of all processes, and every
 * answer of the API. Run alone it looks at what it makes itself, so there is always something to find.
 */
@Order(Integer.MAX_VALUE)
@ExtendWith(Installations.class)
class WholeSuiteIT {
    /** Also what tells a media server its hook URL: its own configuration, which tests write beside ours. */
    private static final Set<String> MADE_FOR_THEM =
            Set.of("credentials.json", "key", "key.next", "nginx.conf", "nms.json");

    private static final String PUSH_ARGUMENT = "not-for-receivers";
    private static final String CONTROL = "a-stream-for-the-last-test";

    @Test
    void no_test_has_left_a_secret_in_a_data_folder_a_log_or_an_answer() throws Exception {
        try (Scene scene = Scene.in(Installations.of(Shape.ALL_IN_ONE))) {
            scene.report(LiveEvents.started(scene.domain(), "live", CONTROL));
            scene.awaitRequest();
            scene.awaitRecords(1);
        }
        Secrets secrets = planted();
        assertThat(secrets.names().size()).isGreaterThanOrEqualTo(7);
        assertThat(NotedAnswers.shown()).isNotEmpty();
        int number = 0;
        for (String shown : NotedAnswers.shown()) secrets.plant("number " + ++number + " of those shown once", shown);

        assertThat(secrets.below(Installations.FOLDER, MADE_FOR_THEM)).isEmpty();
        assertThat(secrets.in(Files.readAllBytes(NotedAnswers.FILE))).isEmpty();

        assertThat(secrets.below(Installations.FOLDER, Set.of())).isNotEmpty();
        Secrets control = new Secrets().plant("control", CONTROL).plant("log", "is ready at");
        assertThat(control.in(Files.readAllBytes(NotedAnswers.FILE))).containsExactly("control");
        assertThat(control.below(Installations.FOLDER, Set.of()))
                .anyMatch(found -> found.startsWith("control in all_in_one/data/store/"))
                .contains("log in all_in_one/all-in-one.log");
    }

    /** What the processes were given or have made, and the constants with which tests sign. */
    private static Secrets planted() throws IOException {
        Secrets secrets = new Secrets()
                .plant("key of a dialect", AlibabaScene.KEY)
                .plant("key of another dialect", HuaweiScene.KEY)
                .plant("argument of an ingest URL", PUSH_ARGUMENT);
        for (Path file : filesNamed("credentials.json")) {
            JsonNode credentials = new JsonMapper().readTree(file.toFile());
            secrets.plant(
                            "operator's token of " + file,
                            credentials.at("/operatorToken").asText())
                    .plant("token of " + file, credentials.at("/account/token").asText())
                    .plant(
                            "access key of " + file,
                            credentials.at("/account/accessKeySecret").asText());
        }
        for (Path file : filesNamed("key"))
            secrets.plant(String.valueOf(file), Files.readString(file).strip());
        return secrets;
    }

    private static List<Path> filesNamed(String name) throws IOException {
        try (Stream<Path> files = Files.walk(Installations.FOLDER)) {
            return files.filter(file -> file.endsWith(name)).toList();
        }
    }
}
