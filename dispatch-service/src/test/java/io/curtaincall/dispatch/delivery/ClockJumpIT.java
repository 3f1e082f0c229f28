package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Verdict.Delivered;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import io.curtaincall.testsupport.Script;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

class ClockJumpIT {
    private static final String DOMAIN = "live.example.com";
    private static final String OTHER = "other.example.com";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration HOUR = Duration.ofHours(1);

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final CallbackReceiver receiver = CallbackReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
        store.close();
    }

    @Test
    void a_clock_that_jumps_ahead_brings_what_is_due_by_then_once_and_new_callbacks_as_ever() {
        receiver.on("/hook", Script.failing(3, Answer.status(500)));
        try (DispatchNode node = opened("dispatch.delivery.schedule=30m,30m")) {
            ReportedEvent due = report(node, DOMAIN);
            awaitAttempts(node, due, "c", 3);

            node.bean(JumpingClock.class).jump(HOUR);

            awaitAttempts(node, due, "c", 4);
            ReportedEvent fresh = report(node, OTHER);
            awaitDelivered(node, fresh, "o");
            awaitDelivered(node, due, "c");
            assertThat(receiver.count("/hook")).isEqualTo(4);
            assertThat(receiver.count("/other")).isEqualTo(1);
            assertThat(node.bean(Heartbeat.class).isFresh()).isTrue();
        }
    }

    @Test
    void a_clock_that_jumps_back_keeps_new_callbacks_going_and_what_was_due_comes_when_the_clock_has_caught_up() {
        receiver.on("/hook", Script.failing(3, Answer.status(500)));
        receiver.on("/other", Script.failing(3, Answer.status(500)));
        try (DispatchNode node = opened("dispatch.delivery.schedule=10s,10s", "dispatch.delivery.schedule-jitter=0")) {
            ReportedEvent before = report(node, DOMAIN);
            awaitAttempts(node, before, "c", 3);

            node.bean(JumpingClock.class).jump(HOUR.negated());

            ReportedEvent after = report(node, OTHER);
            awaitAttempts(node, after, "o", 3);
            await().atMost(PATIENCE)
                    .until(() -> node
                            .bean(DueCallbacks.class)
                            .due(null, node.now().plusSeconds(60), 10)
                            .stream()
                            .anyMatch(row -> row.attempt() == 4));
            node.bean(JumpingClock.class).jump(Duration.ofSeconds(11));
            awaitDelivered(node, after, "o");
            assertThat(node.attempts(before, "c")).hasSize(3);
            assertThat(node.bean(DuePoller.class).isHealthy()).isTrue();

            node.bean(JumpingClock.class).jump(HOUR);
            awaitDelivered(node, before, "c");
            assertThat(receiver.count("/hook")).isEqualTo(4);
            assertThat(receiver.count("/other")).isEqualTo(4);
        }
    }

    private DispatchNode opened(String... properties) {
        return DispatchNode.knowing(ClockThatJumps.class, store, properties)
                .letOperatorIn()
                .assign(DOMAIN)
                .assign(OTHER)
                .config("c", DOMAIN, receiver.url("/hook"))
                .config("o", OTHER, receiver.url("/other"));
    }

    private static ReportedEvent report(DispatchNode node, String domain) {
        ReportedEvent event = LiveEvents.over(domain, "app", "s");
        node.report(event);
        return event;
    }

    private static void awaitAttempts(DispatchNode node, ReportedEvent event, String config, int count) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.attempts(event, config)).hasSize(count));
    }

    private static void awaitDelivered(DispatchNode node, ReportedEvent event, String config) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            List<CallbackAttempted> attempts = node.attempts(event, config);
            assertThat(attempts).isNotEmpty();
            assertThat(attempts.getLast().verdict()).isEqualTo(new Delivered());
        });
    }

    /** No {@code @Configuration}, which every other test's node would find and take. */
    static class ClockThatJumps {
        @Bean
        @Primary
        JumpingClock jumpingClock() {
            return new JumpingClock();
        }
    }

    /** The machine's clock, set ahead and back. */
    static final class JumpingClock extends Clock {
        private volatile Duration offset = Duration.ZERO;

        void jump(Duration by) {
            offset = offset.plus(by);
        }

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
