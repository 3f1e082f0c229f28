package io.curtaincall.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Part;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PausedDispatchIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration REPORTING = Duration.ofSeconds(20);
    private static final String DOMAIN = "paused.example.com";

    @TempDir
    private Path folder = Path.of("replaced by JUnit");

    @Test
    void a_process_that_was_stopped_with_a_request_under_way_leaves_it_to_another_and_goes_on_with_new_work() {
        try (CallbackReceiver receiver = CallbackReceiver.start();
                Installation installation = Installation.startSeveral(2, folder)) {
            receiver.on("/hook", (nth, request) -> nth == 1 ? Answer.hang() : Answer.ok());
            CurtaincallApi api = installation.asDemo();
            api.addConfig(DOMAIN, receiver.url("/hook")).expect(201);
            Part stopped = installation.dispatchers().getFirst();
            report(api, stopped);
            await().atMost(PATIENCE).until(() -> receiver.count("/hook") == 1);

            stopped.process().pause();
            try {
                await().atMost(PATIENCE).until(() -> receiver.count("/hook") == 2);
                await().atMost(PATIENCE).until(() -> records(api).size() == 2);
            } finally {
                stopped.process().resume();
            }
            report(api, stopped);

            await().atMost(PATIENCE).until(() -> records(api).size() == 3);
            assertThat(receiver.count("/hook")).isEqualTo(3);
            assertThat(records(api))
                    .extracting(record -> record.path("attempt").asInt() + " "
                            + record.path("status").asText())
                    .containsExactlyInAnyOrder("1 interrupted", "2 success", "1 success");
        }
    }

    private static void report(CurtaincallApi api, Part to) {
        await().atMost(PATIENCE)
                .until(() -> api.report(
                                        to.uri(),
                                        LiveEvents.over(DOMAIN, "live", "s").json(),
                                        REPORTING)
                                .status()
                        == 202);
    }

    private static List<JsonNode> records(CurtaincallApi api) {
        return api.allRecords("domain=" + DOMAIN);
    }
}
