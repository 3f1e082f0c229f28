package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Operators see what waits and for whom, and no more is taken in than can be kept. */
class BacklogIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final JsonMapper JSON = new JsonMapper();
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(
            STORE,
            "dispatch.delivery.quick-attempts=1",
            "dispatch.delivery.schedule=" + "300ms,".repeat(29) + "300ms",
            "dispatch.delivery.circuit.window=4",
            "dispatch.delivery.circuit.pause=60s",
            "dispatch.delivery.most-unfinished=8",
            "dispatch.delivery.most-unfinished-per-account=9");

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void the_backlog_names_who_waits_for_what_and_a_full_one_takes_nothing_in() {
        NODE.assign("down.example.com").config("down", "down.example.com", RECEIVER.url("/down"));
        RECEIVER.on("/down", Answer.status(500));
        for (int i = 0; i < 8; i++) NODE.report(LiveEvents.started("down.example.com", "app", "s"));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode backlog = backlog("");
            assertThat(backlog.at("/unfinished").asLong()).isEqualTo(8);
            JsonNode worst = backlog.at("/endpoints/0");
            assertThat(worst.at("/configId").asString()).isEqualTo("down");
            assertThat(worst.at("/circuit").asString()).isEqualTo("open");
            assertThat(worst.at("/due").asLong()).isEqualTo(8);
            assertThat(worst.at("/oldestDueAt").asString()).isNotEmpty();
            assertThat(worst.at("/openUntil").asString()).isNotEmpty();
            assertThat(worst.at("/mostInFlight").asInt()).isEqualTo(64);
        });
        ReportedEvent refused = LiveEvents.started("down.example.com", "app", "s");
        await().atMost(PATIENCE).untilAsserted(() -> {
            HttpResponse<String> answer = report(refused);
            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
        });
        assertThat(NODE.attempts(refused, "down")).isEmpty();
        assertThat(NODE.send("GET", "/v1/backlog?limit=0", "").statusCode()).isEqualTo(400);
        assertThat(NODE.send("GET", "/v1/backlog", "", "nobody").statusCode()).isEqualTo(401);
    }

    private static HttpResponse<String> report(ReportedEvent event) {
        return NODE.send("POST", "/v1/live-events", event.json());
    }

    private static JsonNode backlog(String query) {
        return JSON.readTree(NODE.send("GET", "/v1/backlog" + query, "").body());
    }
}
