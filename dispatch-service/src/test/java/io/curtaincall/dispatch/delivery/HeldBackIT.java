package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What holds callbacks back is remembered by the store, not by the process that saw it. */
class HeldBackIT {
    private static final String DOMAIN = "live.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final CallbackReceiver receiver = CallbackReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
        store.close();
    }

    @Test
    void after_a_restart_the_attempt_names_that_its_config_was_disabled() {
        receiver.on("/old", Answer.status(500));
        ReportedEvent event = LiveEvents.started(DOMAIN, "app", "s");
        try (DispatchNode first = opened("/old", "dispatch.delivery.disabled-pause=1h")) {
            first.report(event);
            await().atMost(PATIENCE).until(() -> !first.attempts(event, "c").isEmpty());
            first.change("c", 2, DOMAIN, receiver.url("/old"), false);
            awaitHeld(first, event, Hold.DISABLED);
            first.change("c", 3, DOMAIN, receiver.url("/new"), true);
        }
        try (DispatchNode next = DispatchNode.on(store)) {
            next.bean(MongoDatabase.class)
                    .getCollection(DueCallbacks.COLLECTION)
                    .updateOne(Filters.empty(), Updates.set(DueCallback.DUE_AT, 0L));
            assertThat(heldBy(delivered(next, event))).containsExactly(Hold.DISABLED);
        }
    }

    @Test
    void after_a_restart_the_attempt_names_the_circuit_that_was_open_although_no_list_had_it_yet() {
        receiver.on("/down", Answer.status(503));
        ReportedEvent meanwhile = LiveEvents.started(DOMAIN, "app", "s");
        try (DispatchNode first = opened(
                "/down",
                "dispatch.delivery.due-lag=1h",
                "dispatch.delivery.quick-attempts=1",
                "dispatch.delivery.circuit.window=5",
                "dispatch.delivery.circuit.pause=1m")) {
            Stream.generate(() -> LiveEvents.started(DOMAIN, "app", "s"))
                    .limit(5)
                    .forEach(first::report);
            await().atMost(PATIENCE).until(() -> first.bean(EndpointSlots.class).circuitsOpen() == 1);
            first.report(meanwhile);
            awaitHeld(first, meanwhile, Hold.CIRCUIT_OPEN);
        }
        receiver.on("/down", Answer.ok());
        try (DispatchNode next = DispatchNode.on(store)) {
            assertThat(heldBy(delivered(next, meanwhile))).containsExactly(Hold.CIRCUIT_OPEN);
            assertThat(next.attempts(meanwhile, "c")).hasSize(1);
        }
    }

    private DispatchNode opened(String path, String... properties) {
        return DispatchNode.on(store, properties)
                .letOperatorIn()
                .assign(DOMAIN)
                .config("c", DOMAIN, receiver.url(path));
    }

    private static void awaitHeld(DispatchNode node, ReportedEvent event, Hold by) {
        CallbackId callbackId = DispatchNode.callbackId(event, "c");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.bean(DueCallbacks.class)
                                .due(null, node.now().plusSeconds(7_200), 100))
                        .anySatisfy(row -> {
                            assertThat(row.callbackId()).isEqualTo(callbackId);
                            assertThat(row.held()).contains(by);
                        }));
    }

    private static Set<Hold> heldBy(CallbackAttempted attempt) {
        assertThat(attempt.delay()).isNotNull();
        return attempt.delay().by();
    }

    private static CallbackAttempted delivered(DispatchNode node, ReportedEvent event) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.attempts(event, "c"))
                        .isNotEmpty()
                        .last()
                        .satisfies(attempt -> assertThat(attempt.verdict()).isInstanceOf(Delivered.class)));
        return node.attempts(event, "c").getLast();
    }
}
