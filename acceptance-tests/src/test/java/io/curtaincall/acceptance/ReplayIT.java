package io.curtaincall.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.curtaincall.bench.running.CurtaincallApi;
import io.curtaincall.bench.running.Installation;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Shape;
import java.util.List;
import org.junit.jupiter.api.Test;

@InBothShapes
class ReplayIT {
    private static final String REPLAYS = "/v1/admin/replays";

    private final Installation installation;

    ReplayIT(Shape shape) {
        installation = Installations.of(shape);
    }

    @Test
    void records_rebuilt_from_events_are_the_records_there_were() {
        try (Scene scene = Scene.in(installation)) {
            for (int i = 0; i < 10; i++) scene.report(scene.started());
            List<JsonNode> before = scene.awaitRecords(10);

            Reply asked = askForReplay(installation.asOperator());
            assertThat(asked.status()).isEqualTo(202);
            String replay = REPLAYS + "/" + asked.json().path("id").asText();
            await().atMost(Scene.SOON)
                    .untilAsserted(() -> assertThat(installation
                                    .asOperator()
                                    .get(installation.query(), replay)
                                    .json()
                                    .path("state")
                                    .asText())
                            .isEqualTo("done"));

            assertThat(scene.awaitRecords(10)).isEqualTo(before);
        }
    }

    @Test
    void only_the_operator_may_ask_for_it() {
        assertThat(askForReplay(installation.asDemo()).status()).isEqualTo(403);
    }

    private Reply askForReplay(CurtaincallApi caller) {
        JsonNode wanted = JsonNodeFactory.instance.objectNode().put("projection", "callback-records");
        return caller.send(caller.post(installation.query(), REPLAYS, wanted));
    }
}
