package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReceivedRequest;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callbacks about one stream, one after another where the config wants it so; two processes take events in. */
class OrderIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Limits IN_ORDER = new Limits(null, null, true);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(STORE);
    private static final DispatchNode OTHER = DispatchNode.on(STORE);

    @BeforeAll
    static void open() {
        NODE.letOperatorIn();
    }

    @AfterAll
    static void close() {
        OTHER.close();
        NODE.close();
        RECEIVER.close();
        STORE.close();
    }

    @Test
    void callbacks_about_a_stream_arrive_in_the_order_of_their_acceptance_whoever_accepted_them() {
        config("queue");
        RECEIVER.on("/queue", Answer.late(Duration.ofMillis(20)));
        List<ReportedEvent> events = started("queue", "s", 30);
        for (int i = 0; i < events.size(); i++) (i % 3 == 0 ? OTHER : NODE).report(events.get(i));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.count("/queue")).isEqualTo(30));
        assertThat(received("queue")).containsExactlyElementsOf(ids(events, "queue"));
    }

    @Test
    void the_next_waits_while_the_former_is_tried_again_and_another_stream_goes_on() {
        config("retry");
        RECEIVER.on("/retry", Script.failing(3, Answer.status(500)));
        List<ReportedEvent> events = started("retry", "s", 3);
        NODE.report(events.get(0));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(NODE.attempts(events.get(0), "retry")).isNotEmpty());
        NODE.report(events.get(1));
        OTHER.report(events.get(2));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(NODE.attempts(events.get(2), "retry")).hasSize(1));
        assertThat(received("retry").stream().distinct()).containsExactlyElementsOf(ids(events, "retry"));
        assertThat(received("retry")).hasSize(6);
        var waited = NODE.attempts(events.get(1), "retry").getFirst();
        assertThat(waited.delay()).isNotNull();
        assertThat(waited.delay().by()).contains(Hold.ORDER);
    }

    @Test
    void another_stream_of_the_config_is_not_held_up() {
        config("lanes");
        RECEIVER.on("/lanes", Script.inTurn(Answer.hang(), Answer.status(204)));
        List<ReportedEvent> stuck = started("lanes", "stuck", 2);
        stuck.forEach(NODE::report);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.count("/lanes")).isEqualTo(1));
        ReportedEvent free = started("lanes", "free", 1).getFirst();
        NODE.report(free);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(NODE.attempts(stuck.get(1), "lanes")).hasSize(1));
        assertThat(received("lanes")
                        .indexOf(DispatchNode.callbackId(free, "lanes").value()))
                .isLessThan(received("lanes")
                        .indexOf(DispatchNode.callbackId(stuck.get(1), "lanes").value()));
    }

    @Test
    void an_abandoned_callback_lets_the_next_go() {
        config("gone");
        RECEIVER.on("/gone", Script.failing(7, Answer.status(500)));
        List<ReportedEvent> events = started("gone", "s", 2);
        events.forEach(NODE::report);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(NODE.attempts(events.get(1), "gone")).hasSize(1));
        assertThat(NODE.attempts(events.get(0), "gone").getLast().verdict()).isInstanceOf(Abandoned.class);
        assertThat(received("gone").getLast())
                .isEqualTo(DispatchNode.callbackId(events.get(1), "gone").value());
    }

    @Test
    void many_reported_at_once_all_get_a_place() {
        config("crowd");
        List<ReportedEvent> events = started("crowd", "s", 40);
        List<CompletableFuture<Void>> reports = new ArrayList<>();
        IntStream.range(0, events.size())
                .forEach(i -> reports.add(CompletableFuture.runAsync(
                        () -> (i % 2 == 0 ? OTHER : NODE).report(events.get(i)),
                        thread -> Thread.startVirtualThread(thread))));
        reports.forEach(CompletableFuture::join);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(received("crowd")).hasSize(40));
        assertThat(received("crowd")).containsExactlyInAnyOrderElementsOf(ids(events, "crowd"));
    }

    private static void config(String id) {
        String domain = id + ".example.com";
        NODE.assign(domain).config(id, domain, RECEIVER.url("/" + id), IN_ORDER);
        await().atMost(PATIENCE).until(() -> OTHER.knows(id));
    }

    private static List<ReportedEvent> started(String config, String stream, int count) {
        return Stream.generate(() -> LiveEvents.started(config + ".example.com", "app", stream))
                .limit(count)
                .toList();
    }

    private static List<String> received(String config) {
        return RECEIVER.requestsTo("/" + config).stream()
                .map((ReceivedRequest request) -> request.header("webhook-id"))
                .toList();
    }

    private static List<String> ids(List<ReportedEvent> events, String config) {
        return events.stream()
                .map(event -> DispatchNode.callbackId(event, config).value())
                .toList();
    }
}
