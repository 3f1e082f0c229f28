package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitClosed;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointCircuitOpened;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
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

/** A receiver that is down is left alone for a while, and nobody's attempts are spent on it. */
class CircuitIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(
            STORE,
            "dispatch.delivery.quick-attempts=1",
            "dispatch.delivery.schedule=" + "300ms,".repeat(20) + "300ms",
            "dispatch.delivery.circuit.window=5",
            "dispatch.delivery.circuit.pause=2s",
            "dispatch.delivery.circuit.longest-pause=2s");

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
    void an_open_circuit_is_an_event_and_costs_no_attempt_until_the_receiver_is_back() {
        RECEIVER.on("/down", Answer.status(503));
        List<ReportedEvent> events = reported("down", 5);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(circuit("down")).isNotEmpty());
        EndpointCircuitOpened opened =
                (EndpointCircuitOpened) circuit("down").getFirst().payload();
        assertThat(opened.failurePercent()).isEqualTo(100);
        assertThat(opened.until()).isEqualTo(opened.openedAt().plusSeconds(2));
        RECEIVER.on("/down", Answer.status(204));
        ReportedEvent meanwhile = LiveEvents.started("down.example.com", "app", "s");
        NODE.report(meanwhile);

        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(events)
                    .allSatisfy(event -> assertThat(
                                    NODE.attempts(event, "down").getLast().verdict())
                            .isInstanceOf(Delivered.class));
            assertThat(NODE.attempts(meanwhile, "down")).hasSize(1);
            assertThat(circuit("down").getLast().payload()).isInstanceOf(EndpointCircuitClosed.class);
        });
        var waited = NODE.attempts(meanwhile, "down").getFirst();
        assertThat(waited.delay()).isNotNull();
        assertThat(waited.delay().by()).containsExactly(Hold.CIRCUIT_OPEN);
        assertThat(waited.timing().startedAt()).isAfterOrEqualTo(opened.until());
    }

    @Test
    void a_receiver_that_refuses_every_callback_but_answers_is_not_down() {
        RECEIVER.on("/picky", Answer.status(400));
        List<ReportedEvent> events = reported("picky", 6);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(events)
                        .allSatisfy(event ->
                                assertThat(NODE.attempts(event, "picky")).hasSizeGreaterThan(2)));
        assertThat(circuit("picky")).isEmpty();
    }

    private static List<StreamEvent> circuit(String config) {
        return NODE.bean(StoredStreams.class).read("circuit/" + config + "/" + NODE.id());
    }

    private static List<ReportedEvent> reported(String config, int count) {
        String domain = config + ".example.com";
        NODE.assign(domain).config(config, domain, RECEIVER.url("/" + config));
        List<ReportedEvent> events = Stream.generate(() -> LiveEvents.started(domain, "app", "s"))
                .limit(count)
                .toList();
        events.forEach(NODE::report);
        return events;
    }
}
