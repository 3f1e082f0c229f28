package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Verdict;
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

/** Little room in memory: most callbacks take the way over the due list. */
class CrowdedIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(
            STORE,
            "dispatch.delivery.in-hand-per-endpoint=4",
            "dispatch.delivery.in-flight-per-endpoint=2",
            "dispatch.delivery.patience=50ms",
            "dispatch.sending.deadline=15s",
            "dispatch.delivery.schedule=" + "300ms,".repeat(30) + "300ms");

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
    void what_does_not_fit_in_memory_is_delivered_once_from_the_due_list() {
        RECEIVER.on("/narrow", Answer.late(Duration.ofMillis(20)));
        List<ReportedEvent> events = reported("narrow", 40);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.count("/narrow")).isEqualTo(40));
        assertThat(RECEIVER.requestsTo("/narrow"))
                .extracting(request -> request.header("webhook-id"))
                .containsExactlyInAnyOrderElementsOf(events.stream()
                        .map(event -> DispatchNode.callbackId(event, "narrow").value())
                        .toList());
    }

    @Test
    void a_receiver_that_hangs_does_not_hold_up_another() {
        RECEIVER.on("/hang", Answer.hang());
        List<ReportedEvent> stuck = reported("hang", 30);
        List<ReportedEvent> swift = reported("swift", 4);
        await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(RECEIVER.count("/swift")).isEqualTo(4);
            assertThat(swift)
                    .allSatisfy(
                            event -> assertThat(NODE.attempts(event, "swift")).hasSize(1));
        });
        assertThat(NODE.attempts(stuck.getFirst(), "hang"))
                .as("still under way")
                .isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(NODE.attempts(stuck.getFirst(), "hang")).isNotEmpty());
        assertThat(((Failed) NODE.attempts(stuck.getFirst(), "hang").getFirst().outcome()).failure())
                .isEqualTo(FailureClass.TIMEOUT);
    }

    @Test
    void what_is_due_to_a_removed_config_is_abandoned_on_record() {
        RECEIVER.on("/removed", Answer.status(500));
        ReportedEvent event = reported("removed", 1).getFirst();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(NODE.attempts(event, "removed")).isNotEmpty());
        NODE.remove("removed", 2);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(last(event, "removed").verdict())
                        .isEqualTo(new Verdict.Abandoned("the notify config was removed")));
        assertThat(last(event, "removed").request()).isNull();
    }

    @Test
    void what_is_due_to_a_disabled_config_rests_until_it_is_enabled_and_goes_where_it_then_points() {
        RECEIVER.on("/old", Answer.status(500));
        NODE.assign("disabled.example.com").config("disabled", "disabled.example.com", RECEIVER.url("/old"));
        ReportedEvent event = LiveEvents.started("disabled.example.com", "app", "s");
        NODE.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(NODE.attempts(event, "disabled")).isNotEmpty());
        NODE.change("disabled", 2, "disabled.example.com", RECEIVER.url("/old"), false);
        int oneMore = NODE.attempts(event, "disabled").size() + 1;
        await().during(Duration.ofMillis(1_500))
                .atMost(PATIENCE)
                .until(() -> NODE.attempts(event, "disabled").size() <= oneMore);
        NODE.change("disabled", 3, "disabled.example.com", RECEIVER.url("/new"), true);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(RECEIVER.count("/new")).isEqualTo(1));
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(last(event, "disabled").subject().configVersion())
                                .isEqualTo(3));
        CallbackAttempted waited = last(event, "disabled");
        assertThat(waited.delay()).isNotNull();
        assertThat(waited.delay().by()).contains(Hold.DISABLED);
    }

    private static CallbackAttempted last(ReportedEvent event, String config) {
        return NODE.attempts(event, config).getLast();
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
