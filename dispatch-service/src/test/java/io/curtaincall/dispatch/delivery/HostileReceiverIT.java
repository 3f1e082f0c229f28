package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.Outcome.Failed;
import io.curtaincall.events.callback.Outcome.FailureClass;
import io.curtaincall.events.callback.Outcome.Responded;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What becomes of a callback whose receiver means harm. */
class HostileReceiverIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DOMAIN = "live.example.com";

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final CallbackReceiver receiver = CallbackReceiver.start();

    @AfterEach
    void close() {
        receiver.close();
        store.close();
    }

    @Test
    void a_name_that_has_come_to_mean_loopback_costs_attempts_and_no_packet_and_the_schedule_goes_on() {
        String name = "http://localhost:" + receiver.port() + "/hook";
        List<CallbackAttempted> attempts;
        try (DispatchNode node = DispatchNode.on(
                        store, "curtaincall.egress.allow=10.9.9.9/32", "dispatch.delivery.schedule=200ms,200ms")
                .letOperatorIn()) {
            attempts = attempts(node, name, 5);
        }
        assertThat(attempts).allSatisfy(attempt -> {
            assertThat(attempt.outcome()).isInstanceOf(Failed.class);
            assertThat(((Failed) attempt.outcome()).failure()).isEqualTo(FailureClass.UNSAFE_ADDRESS);
            assertThat(attempt.address()).isNull();
        });
        assertThat(attempts.subList(0, 4)).allMatch(attempt -> attempt.verdict() instanceof RetryAt);
        assertThat(attempts.getLast().verdict()).isInstanceOf(Abandoned.class);
        assertThat(receiver.requests()).isEmpty();
    }

    @Test
    void bytes_of_a_head_that_are_no_text_are_on_record_as_they_came() {
        receiver.on(
                "/odd", Answer.raw("HTTP/1.1 200 OK\r\nX\u0000.$Odd: a\rb\u0000\u00ff\r\nContent-Length: 0\r\n\r\n"));
        try (DispatchNode node = DispatchNode.on(store).letOperatorIn()) {
            CallbackAttempted attempt = attempts(node, receiver.url("/odd"), 1).getFirst();
            assertThat(((Responded) attempt.outcome()).headers()).containsEntry("X\u0000.$Odd", "a\rb\u0000\u00ff");
        }
    }

    private static List<CallbackAttempted> attempts(DispatchNode node, String url, int number) {
        node.assign(DOMAIN).config("hostile", DOMAIN, url);
        ReportedEvent event = LiveEvents.started(DOMAIN, "app", "stream");
        node.report(event);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(node.attempts(event, "hostile")).hasSize(number));
        return node.attempts(event, "hostile");
    }
}
