package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.dispatch.delivery.ClockJumpIT.ClockThatJumps;
import io.curtaincall.dispatch.delivery.ClockJumpIT.JumpingClock;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is due to a config that is switched off. */
class RestingIT {
    private static final String DOMAIN = "live.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration EIGHT_DAYS = Duration.ofDays(8);

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final CallbackReceiver receiver = CallbackReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
        store.close();
    }

    @Test
    void it_is_given_up_on_record_eight_days_after_its_event_and_not_before() {
        try (DispatchNode node = opened("dispatch.delivery.disabled-pause=200ms")) {
            ReportedEvent event = failedOnce(node);
            node.change("c", 2, DOMAIN, receiver.url("/hook"), false);
            JumpingClock clock = node.bean(JumpingClock.class);
            clock.jump(EIGHT_DAYS.minusMinutes(5));
            awaitResting(node);
            assertThat(node.attempts(event, "c")).hasSize(1);

            clock.jump(Duration.ofMinutes(10));

            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(node.attempts(event, "c")).hasSize(2));
            CallbackAttempted last = node.attempts(event, "c").getLast();
            assertThat(last.request()).isNull();
            assertThat(last.outcome())
                    .isInstanceOfSatisfying(
                            Failed.class, failed -> assertThat(failed.failure()).isEqualTo(FailureClass.NOT_SENT));
            assertThat(last.verdict())
                    .isInstanceOfSatisfying(
                            Abandoned.class,
                            why -> assertThat(why.reason())
                                    .startsWith(
                                            "the notify config is disabled: c, and the callback was not delivered"));
            await().atMost(PATIENCE).until(() -> node.bean(DueCounts.class).unfinished() == 0);
            assertThat(receiver.count("/hook")).isEqualTo(1);
        }
    }

    @Test
    void it_goes_on_at_once_when_the_config_is_switched_on_again_however_long_it_would_have_rested() {
        try (DispatchNode node = opened("dispatch.delivery.disabled-pause=1h")) {
            ReportedEvent event = failedOnce(node);
            node.change("c", 2, DOMAIN, receiver.url("/hook"), false);
            node.bean(JumpingClock.class).jump(Duration.ofDays(2));
            awaitResting(node);

            node.change("c", 3, DOMAIN, receiver.url("/new"), true);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(receiver.count("/new")).isEqualTo(1));
            await().atMost(PATIENCE)
                    .untilAsserted(
                            () -> assertThat(node.attempts(event, "c").getLast().verdict())
                                    .isEqualTo(new Delivered()));
        }
    }

    @Test
    void it_leaves_at_once_when_the_config_is_removed() {
        try (DispatchNode node = opened("dispatch.delivery.disabled-pause=1h")) {
            ReportedEvent event = failedOnce(node);
            node.change("c", 2, DOMAIN, receiver.url("/hook"), false);
            node.bean(JumpingClock.class).jump(Duration.ofDays(2));
            awaitResting(node);

            node.remove("c", 3);

            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(
                            () -> assertThat(node.attempts(event, "c").getLast().verdict())
                                    .isEqualTo(new Abandoned("the notify config was removed")));
        }
    }

    private DispatchNode opened(String pause) {
        receiver.on("/hook", Answer.status(500));
        return DispatchNode.knowing(
                        ClockThatJumps.class,
                        store,
                        pause,
                        "dispatch.delivery.quick-attempts=1",
                        "dispatch.delivery.schedule=1d,1d,1d")
                .letOperatorIn()
                .assign(DOMAIN)
                .config("c", DOMAIN, receiver.url("/hook"));
    }

    /** And in the due list, for its time to come. */
    private static ReportedEvent failedOnce(DispatchNode node) {
        ReportedEvent event = LiveEvents.over(DOMAIN, "app", "s");
        node.report(event);
        await().atMost(PATIENCE).until(() -> rows(node).stream().anyMatch(row -> row.attempt() == 2));
        assertThat(node.attempts(event, "c")).hasSize(1);
        return event;
    }

    /** Moved away from where it was due. */
    private static void awaitResting(DispatchNode node) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(rows(node))
                        .singleElement()
                        .matches(row -> row.dueAt().isAfter(node.now())));
    }

    private static List<DueCallback> rows(DispatchNode node) {
        return node.bean(DueCallbacks.class).due(null, node.now().plus(Duration.ofDays(30)), 10);
    }
}
