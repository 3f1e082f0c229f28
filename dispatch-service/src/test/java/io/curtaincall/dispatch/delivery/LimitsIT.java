package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.dispatch.DispatchNode;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.testsupport.Answer;
import io.curtaincall.testsupport.CallbackReceiver;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a config says that its receiver can take. */
class LimitsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();
    private static final CallbackReceiver RECEIVER = CallbackReceiver.start();
    private static final DispatchNode NODE = DispatchNode.on(STORE, "dispatch.sending.deadline=5s");

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
    void no_second_has_more_attempts_than_the_config_allows_and_what_waited_says_why() {
        List<ReportedEvent> events = reported("slowly", new Limits(5, null, false), 15);
        awaitDelivered("slowly", events);
        List<Instant> began = attempts("slowly", events)
                .map(a -> a.timing().startedAt())
                .sorted()
                .toList();
        for (int i = 0; i + 6 < began.size(); i++) {
            // six are five waits of 200 ms apart; their threads may have been a little late
            assertThat(Duration.between(began.get(i), began.get(i + 6))).isGreaterThan(Duration.ofMillis(900));
        }
        assertThat(attempts("slowly", events)
                        .filter(attempt ->
                                attempt.delay() != null && attempt.delay().by().contains(Hold.RATE_LIMIT)))
                .hasSizeGreaterThanOrEqualTo(12);
        assertThat(attempts("slowly", events)).allMatch(attempt -> attempt.attempt() == 1);
    }

    @Test
    void no_more_attempts_are_under_way_than_the_config_allows_and_what_waited_says_why() {
        RECEIVER.on("/one-by-one", Answer.late(Duration.ofMillis(100)));
        List<ReportedEvent> events = reported("one-by-one", new Limits(null, 1, false), 6);
        awaitDelivered("one-by-one", events);
        List<CallbackAttempted> inOrder = attempts("one-by-one", events)
                .sorted((a, b) -> a.timing().startedAt().compareTo(b.timing().startedAt()))
                .toList();
        for (int i = 1; i < inOrder.size(); i++) {
            Instant ended = inOrder.get(i - 1).timing().startedAt().plusMillis(100);
            assertThat(inOrder.get(i).timing().startedAt()).isAfterOrEqualTo(ended);
        }
        assertThat(inOrder.getLast().delay()).isNotNull();
        assertThat(inOrder.getLast().delay().by()).contains(Hold.CONCURRENCY_LIMIT);
    }

    /** At this rate they take 20 s; were each round to wait for the last, they would take minutes. */
    @Test
    void what_waits_in_the_due_list_for_the_rate_goes_as_fast_as_the_rate_allows() {
        List<ReportedEvent> events = reported("backlog", new Limits(5, null, false), 100);
        awaitDelivered("backlog", events);
        assertThat(attempts("backlog", events)).allMatch(attempt -> attempt.attempt() == 1);
    }

    @Test
    void a_config_without_limits_is_not_held_back_and_its_attempts_say_nothing_of_delays() {
        List<ReportedEvent> events = reported("freely", new Limits(null, null, false), 5);
        awaitDelivered("freely", events);
        assertThat(attempts("freely", events)).allMatch(attempt -> attempt.delay() == null);
    }

    private static void awaitDelivered(String config, List<ReportedEvent> events) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(attempts(config, events)).hasSize(events.size()));
    }

    private static Stream<CallbackAttempted> attempts(String config, List<ReportedEvent> events) {
        return events.stream().flatMap(event -> NODE.attempts(event, config).stream());
    }

    private static List<ReportedEvent> reported(String config, Limits limits, int count) {
        String domain = config + ".example.com";
        NODE.assign(domain).config(config, domain, RECEIVER.url("/" + config), limits);
        List<ReportedEvent> events = Stream.generate(() -> LiveEvents.started(domain, "app", "s"))
                .limit(count)
                .toList();
        events.forEach(NODE::report);
        return events;
    }
}
