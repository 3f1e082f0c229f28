package io.curtaincall.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The disk refuses to take more in the middle of reports. */
class FullDiskIT {
    private static final int MOST_MIB = 12;
    private static final int MOST_BATCHES = 2_000;
    private static final int ACCEPTED = 202;
    private static final int UNAVAILABLE = 503;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @TempDir
    private Path temp = Path.of("replaced by JUnit");

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> accepted = new ArrayList<>();

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void a_process_that_cannot_write_ends_with_4_and_the_next_has_all_that_was_answered_202() throws Exception {
        String[] up = {"up", "--port", "0", "--data", temp.toString()};
        List<String> unknown;
        try (CurtaincallProcess full = CurtaincallProcess.runLimited(MOST_MIB, up)) {
            unknown = reportUntilNobodyAnswers(address(full));
            assertThat(full.awaitExit()).as(full.output()).isEqualTo(4);
            assertThat(full.output()).contains("The store's file could not be written");
        }
        assertThat(accepted).isNotEmpty();
        try (CurtaincallProcess next = CurtaincallProcess.run(up)) {
            URI address = address(next);
            for (String batch : accepted) assertThat(duplicates(address, batch)).containsOnly(true);
            for (String batch : unknown) assertThat(duplicates(address, batch)).hasSize(1);
        }
    }

    /** @return the batches of which nobody knows, as they were not answered 202 */
    private List<String> reportUntilNobodyAnswers(URI address) throws Exception {
        List<String> unknown = new ArrayList<>();
        while (accepted.size() < MOST_BATCHES) {
            String batch = batch();
            try {
                HttpResponse<String> answer = report(address, batch);
                assertThat(answer.statusCode()).as(answer.body()).isIn(ACCEPTED, UNAVAILABLE);
                (answer.statusCode() == ACCEPTED ? accepted : unknown).add(batch);
            } catch (IOException gone) {
                unknown.add(batch);
                return unknown;
            }
        }
        throw new AssertionError("the store's file has not become full");
    }

    private static String batch() {
        List<ReportedEvent> events = Stream.generate(() -> LiveEvents.started("full.example.com", "app", "s"))
                .limit(50)
                .toList();
        return LiveEvents.batch(events);
    }

    /** What the repeated batch says of its events, each answer once: all were known, or none was. */
    private List<Boolean> duplicates(URI address, String batch) throws Exception {
        HttpResponse<String> answer = await().atMost(PATIENCE)
                .until(() -> report(address, batch), response -> response.statusCode() == ACCEPTED);
        return json.readTree(answer.body()).findValues("duplicate").stream()
                .map(JsonNode::asBoolean)
                .distinct()
                .toList();
    }

    private HttpResponse<String> report(URI address, String batch) throws Exception {
        String token = json.readTree(temp.resolve("credentials.json").toFile())
                .path("operatorToken")
                .asText();
        return client.send(
                HttpRequest.newBuilder(address.resolve("/v1/live-events"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/cloudevents-batch+json")
                        .POST(BodyPublishers.ofString(batch))
                        .build(),
                BodyHandlers.ofString());
    }

    private static URI address(CurtaincallProcess up) {
        return URI.create(up.awaitLine("is ready at").replaceAll(".*(http://[0-9.:]+).*", "$1"));
    }
}
