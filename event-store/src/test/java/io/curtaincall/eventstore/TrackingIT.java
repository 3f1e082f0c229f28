package io.curtaincall.eventstore;

import static io.curtaincall.eventstore.OneProcess.take;
import static io.curtaincall.eventstore.OneProcess.whats;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

/** Readers get every event, in one order, from where they ask, soon. */
class TrackingIT extends EventStoreContract {
    private final OneProcess process = aProcess();

    TrackingIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void every_event_has_its_own_token_and_the_tokens_are_contiguous() {
        process.append("a", 0, new Happened("1"), new Happened("2"), new Happened("3"));
        process.append("b", 0, new Happened("4"));

        assertThat(process.all().stream().map(CommitMessages::indexOf)).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void a_stream_may_start_inside_a_commit() throws Exception {
        process.append("a", 0, new Happened("1"), new Happened("2"), new Happened("3"));
        OneProcess other = aProcess(); // its tail is empty, it reads from the store

        for (OneProcess reader : List.of(process, other)) {
            try (var stream = reader.store.openStream(new GlobalSequenceTrackingToken(1))) {
                assertThat(whats(take(stream, 2))).containsExactly("2", "3");
            }
            assertThat(whats(reader.engine
                            .readEvents(new GlobalSequenceTrackingToken(2), false)
                            .toList()))
                    .containsExactly("3");
        }
    }

    @Test
    void the_tail_token_is_before_all_events_and_the_head_token_after_them() throws Exception {
        process.append("a", 0, new Happened("1"), new Happened("2"));

        try (var fromTail = process.store.openStream(process.store.createTailToken());
                var fromHead = process.store.openStream(process.store.createHeadToken())) {
            assertThat(fromHead.hasNextAvailable()).isFalse();
            process.append("b", 0, new Happened("3"));
            assertThat(whats(take(fromTail, 3))).containsExactly("1", "2", "3");
            assertThat(whats(take(fromHead, 1))).containsExactly("3");
        }
    }

    @Test
    void the_head_of_an_empty_store_is_its_tail() {
        assertThat(process.store.createHeadToken()).isEqualTo(process.store.createTailToken());
    }

    @Test
    void a_token_by_time_is_before_every_event_stamped_then_or_later() {
        MovableClock clock = new MovableClock();
        OneProcess writer = aProcess(clock);
        Instant noon = clock.instant();
        for (int minute = 0; minute < 50; minute++) {
            writer.append("m" + minute, 0, new Happened("m" + minute));
            clock.advance(Duration.ofMinutes(1));
        }
        aProcess(Clock.offset(clock, Duration.ofMinutes(-25).minusSeconds(3)))
                .append("late", 0, new Happened("slow clock"));

        var token = process.store.createTokenAt(noon.plus(Duration.ofMinutes(20)));
        var since = process.engine.readEvents(token, false).toList();

        assertThat(whats(since)).startsWith("m20").hasSize(31);
        assertThat(process.store.createTokenAt(noon.minusSeconds(60))).isEqualTo(process.store.createTailToken());
        assertThat(process.store.createTokenAt(noon.plus(Duration.ofDays(1))))
                .isEqualTo(process.store.createHeadToken());
    }

    @Test
    void an_event_stamped_late_by_a_slower_clock_is_delivered() throws Exception {
        OneProcess slow = aProcess(Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-5)));
        try (var stream = process.store.openStream(null)) {
            process.append("a", 0, new Happened("right"));
            assertThat(whats(take(stream, 1))).containsExactly("right");
            slow.append("b", 0, new Happened("stamped five seconds ago"));
            assertThat(whats(take(stream, 1))).containsExactly("stamped five seconds ago");
            process.append("a", 1, new Happened("right again"));
            assertThat(whats(take(stream, 1))).containsExactly("right again");
        }
    }

    @Test
    void readers_of_another_process_are_woken_within_a_hundred_milliseconds() throws Exception {
        OneProcess writer = aProcess();
        AtomicInteger count = new AtomicInteger();
        try (var stream = process.store.openStream(null)) {
            Promptness.requireNineteenOfTwentyWithin(Duration.ofMillis(100), () -> {
                assertThat(stream.hasNextAvailable(60, TimeUnit.MILLISECONDS)).isFalse(); // the watcher has slowed down
                writer.append("a" + count.incrementAndGet(), 0, new Happened("x"));
                long appended = System.nanoTime();
                take(stream, 1);
                return Duration.ofNanos(System.nanoTime() - appended);
            });
        }
    }

    @Test
    void a_reader_that_waits_by_callback_is_called_back() {
        AtomicInteger calls = new AtomicInteger();
        try (var stream = process.store.openStream(process.store.createHeadToken())) {
            assertThat(stream.setOnAvailableCallback(calls::incrementAndGet)).isTrue();
            process.append("a", 0, new Happened("1"));
            await().until(() -> calls.get() > 0 && stream.hasNextAvailable());
        }
    }

    @Test
    void a_hundred_thousand_events_are_read_back_equal() throws Exception {
        List<GenericDomainEventMessage<Happened>> written = new ArrayList<>();
        for (int commit = 0; commit < 400; commit++) {
            List<GenericDomainEventMessage<Happened>> events = commit("a" + commit, 250);
            process.engine.appendEvents(events);
            written.addAll(events);
        }
        OneProcess other = aProcess();
        try (var stream = other.store.openStream(null)) {
            Iterator<GenericDomainEventMessage<Happened>> expected = written.iterator();
            long index = 0;
            for (TrackedEventMessage<?> event : take(stream, written.size())) {
                assertThat(CommitMessages.indexOf(event)).isEqualTo(++index);
                assertEqual((DomainEventMessage<?>) event, expected.next());
            }
            assertThat(stream.hasNextAvailable()).isFalse();
        }
    }

    private List<GenericDomainEventMessage<Happened>> commit(String aggregateId, int size) {
        return IntStream.range(0, size)
                .mapToObj(i -> process.message(aggregateId, i, new Happened(aggregateId + " event " + i))
                        .andMetaData(Map.of("trace", aggregateId + "/" + i)))
                .toList();
    }

    /** Times are kept in milliseconds. */
    private static void assertEqual(DomainEventMessage<?> read, DomainEventMessage<?> written) {
        assertThat(read.getIdentifier()).isEqualTo(written.getIdentifier());
        assertThat(read.getType()).isEqualTo(written.getType());
        assertThat(read.getAggregateIdentifier()).isEqualTo(written.getAggregateIdentifier());
        assertThat(read.getSequenceNumber()).isEqualTo(written.getSequenceNumber());
        assertThat(read.getTimestamp()).isEqualTo(written.getTimestamp().truncatedTo(ChronoUnit.MILLIS));
        assertThat(read.getMetaData()).isEqualTo(written.getMetaData());
        assertThat(read.getPayload()).isEqualTo(written.getPayload());
    }
}
