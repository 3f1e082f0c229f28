package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoDatabase;
import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome;
import io.curtaincall.events.callback.Outcome.Interrupted;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.InOrder;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.eventstore.NewEvent;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecoveryIT {
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
    void what_a_dead_process_planned_is_recorded_as_interrupted_and_then_delivered() {
        try (DispatchNode node = opened("/hook")) {
            ReportedEvent event = plannedBy("node-that-died", node);
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(outcomes(node, event)).containsExactly(Interrupted.class, Responded.class));
            assertThat(((Interrupted) node.attempts(event, "c").getFirst().outcome()).reason())
                    .contains("node-that-died");
            assertThat(receiver.count("/hook")).isEqualTo(1);
        }
    }

    @Test
    void what_held_a_callback_back_when_its_process_died_is_told_with_the_interruption() {
        try (DispatchNode node = opened("/hook")) {
            ReportedEvent event = LiveEvents.over(DOMAIN, "app", "s");
            CallbackId id = planned(event).callbackId();
            NotifyConfigId config = new NotifyConfigId("c");
            Instant soon = node.now().plusSeconds(1);
            DueCallback resting =
                    new DueCallback(id, config, 1, soon, soon, soon, "node-that-died", null, Set.of(Hold.DISABLED));
            node.bean(DueCallbacks.class).hold(List.of(resting));
            append("node-that-died", node, event, planned(event));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(outcomes(node, event)).containsExactly(Interrupted.class, Responded.class));
            CallbackAttempted interrupted = node.attempts(event, "c").getFirst();
            assertThat(interrupted.delay()).isNotNull();
            assertThat(interrupted.delay().by()).containsExactly(Hold.DISABLED);
            assertThat(node.attempts(event, "c").getLast().delay()).isNull();
        }
    }

    @Test
    void a_process_that_still_beats_keeps_its_work() {
        String[] patient = {"dispatch.delivery.life=5s", "dispatch.sending.deadline=10s"};
        try (DispatchNode node = opened("/hook", patient);
                DispatchNode other = DispatchNode.on(store, patient)) {
            ReportedEvent event = plannedBy(other.id(), node);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(node.attempts(event, "c")).hasSize(1));
            assertThat(outcomes(node, event)).containsExactly(Responded.class);
        }
    }

    @Test
    void a_process_whose_heart_stops_is_believed_for_a_while_and_then_relieved() {
        try (DispatchNode node = opened("/hook")) {
            NodeId silent = new NodeId("node-silent");
            Instant before = node.now();
            node.bean(Nodes.class).beat(silent, 41, Instant.EPOCH.plusSeconds(1));
            ReportedEvent event = plannedBy("node-silent", node);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(node.attempts(event, "c")).hasSize(2));
            assertThat(receiver.requests().getFirst().at()).isAfter(before.plusMillis(900));
        }
    }

    @Test
    void after_a_stop_in_order_nothing_is_taken_for_interrupted() {
        ReportedEvent event;
        receiver.goDown();
        try (DispatchNode node =
                opened("/hook", "dispatch.delivery.quick-wait=10s", "dispatch.delivery.quick-max-wait=10s")) {
            event = LiveEvents.started(DOMAIN, "app", "s");
            node.report(event);
            ReportedEvent reported = event;
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(node.attempts(reported, "c")).isNotEmpty());
        }
        receiver.comeUp();
        try (DispatchNode next = DispatchNode.on(store)) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(outcomes(next, event)).endsWith(Responded.class));
            assertThat(outcomes(next, event))
                    .startsWith(Outcome.Failed.class)
                    .containsOnly(Outcome.Failed.class, Responded.class);
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows(next)).isZero());
        }
    }

    @Test
    void a_request_that_outlasts_the_stop_is_cut_recorded_as_interrupted_and_made_again() {
        receiver.on("/slow", (nth, request) -> nth == 1 ? Answer.hang() : Answer.ok());
        DispatchNode node = opened("/slow", "dispatch.sending.deadline=300s", "dispatch.delivery.stop-grace=500ms");
        ReportedEvent event = LiveEvents.started(DOMAIN, "app", "s");
        node.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(receiver.count("/slow")).isEqualTo(1));
        Instant stopped = node.now();
        node.close();
        try (DispatchNode next = DispatchNode.on(store)) {
            assertThat(Duration.between(stopped, next.now())).isLessThan(Duration.ofSeconds(150));
            await().atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(outcomes(next, event)).containsExactly(Interrupted.class, Responded.class));
        }
    }

    @Test
    void what_was_finished_before_the_death_is_not_made_again() {
        try (DispatchNode node = opened("/hook")) {
            ReportedEvent first = LiveEvents.started(DOMAIN, "app", "s");
            node.report(first);
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(node.attempts(first, "c")).hasSize(1));
            DueChange stale = DueChange.planned(
                    new DueNews.Callback(
                            DispatchNode.callbackId(first, "c"), new NotifyConfigId("c"), new AccountId("acme")),
                    "node-that-died",
                    Instant.EPOCH.plusSeconds(1));
            node.bean(DueCallbacks.class).apply(List.of(stale));
            await().atMost(PATIENCE).untilAsserted(() -> assertThat(rows(node)).isZero());
            assertThat(receiver.count("/hook")).isEqualTo(1);
            assertThat(node.attempts(first, "c"))
                    .extracting(CallbackAttempted::verdict)
                    .containsExactly(new Verdict.Delivered());
        }
    }

    @Test
    void what_only_waited_for_its_turn_when_its_process_died_was_not_interrupted_and_stays_in_order() {
        receiver.on("/hook", (nth, request) -> nth <= 2 ? Answer.status(500) : Answer.ok());
        try (DispatchNode node = opened("/hook", "dispatch.delivery.schedule=1s,1s,1s,1s")) {
            List<ReportedEvent> events = Stream.generate(() -> LiveEvents.over(DOMAIN, "app", "s"))
                    .limit(4)
                    .toList();
            for (int i = 0; i < events.size(); i++) {
                CallbackId before = i == 0 ? null : DispatchNode.callbackId(events.get(i - 1), "c");
                PlannedCallback callback = planned(events.get(i)).at(new InOrder("lane/c/0", i, before));
                append("node-that-died", node, events.get(i), callback);
            }
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(outcomes(node, events.getLast())).containsExactly(Responded.class));
            assertThat(outcomes(node, events.get(1))).containsExactly(Responded.class);
            assertThat(receiver.requestsTo("/hook").stream()
                            .map(request -> request.header("webhook-id"))
                            .distinct())
                    .containsExactlyElementsOf(events.stream()
                            .map(event -> DispatchNode.callbackId(event, "c").value())
                            .toList());
        }
    }

    private DispatchNode opened(String path, String... properties) {
        return DispatchNode.on(store, properties)
                .letOperatorIn()
                .assign(DOMAIN)
                .config("c", DOMAIN, receiver.url(path));
    }

    /** As if a process had accepted the event and then died before it could deliver. */
    private static ReportedEvent plannedBy(String planner, DispatchNode node) {
        ReportedEvent event = LiveEvents.over(DOMAIN, "app", "s");
        append(planner, node, event, planned(event));
        return event;
    }

    private static void append(String planner, DispatchNode node, ReportedEvent event, PlannedCallback callback) {
        LiveEventKey key = LiveEventKey.of(event.source(), event.id());
        Instant now = node.now();
        LiveEventReported reported = new LiveEventReported(
                key,
                event.source(),
                event.id(),
                Topic.RECORDING_OVER,
                DOMAIN,
                "app",
                "s",
                new AccountId("acme"),
                event.json(),
                now,
                now);
        DispatchPlanned plan = new DispatchPlanned(key, List.of(callback), List.of(), 0, planner, now);
        node.append(
                new NewEvent("LiveEvent", "live-event/" + key, 0, reported),
                new NewEvent("LiveEvent", "live-event/" + key, 1, plan));
    }

    private static PlannedCallback planned(ReportedEvent event) {
        CallbackId id = DispatchNode.callbackId(event, "c");
        return new PlannedCallback(
                id, new NotifyConfigId("c"), 1, new AccountId("acme"), "http://x.example/", "curtaincall");
    }

    private static List<Class<?>> outcomes(DispatchNode node, ReportedEvent event) {
        return node.attempts(event, "c").stream()
                .<Class<?>>map(a -> a.outcome().getClass())
                .toList();
    }

    private static long rows(DispatchNode node) {
        return node.bean(MongoDatabase.class)
                .getCollection(DueCallbacks.COLLECTION)
                .countDocuments();
    }
}
