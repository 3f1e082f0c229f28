package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The due list trails as it does in production: for seconds it shows as due what has just failed. */
class WaitingCallbacksIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(
            STORE,
            "dispatch.delivery.due-lag=1s",
            "dispatch.delivery.due-tick=3s",
            "dispatch.delivery.due-poll=200ms",
            "dispatch.delivery.circuit.window=1000",
            "dispatch.delivery.schedule=3s,1h");

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
    void what_has_just_failed_is_not_taken_up_again_and_again() {
        RECEIVER.on("/failing", Answer.status(500));
        NODE.assign("failing.example.com").config("failing", "failing.example.com", RECEIVER.url("/failing"));
        List<ReportedEvent> events = Stream.generate(() -> LiveEvents.started("failing.example.com", "app", "s"))
                .limit(30)
                .toList();
        events.forEach(NODE::report);
        DueCallbacks due = NODE.bean(DueCallbacks.class);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(RECEIVER.count("/failing")).isEqualTo(120);
            assertThat(due.due(null, NODE.now().plusSeconds(7_200), 100))
                    .hasSize(30)
                    .allSatisfy(
                            row -> assertThat(row.dueAt()).isAfter(NODE.now().plusSeconds(60)));
        });
        assertThat(NODE.bean(DueRound.class).takenUpEver()).isBetween(30L, 30L * 4);
    }
}
