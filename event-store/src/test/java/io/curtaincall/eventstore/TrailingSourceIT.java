package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class TrailingSourceIT extends EventStoreContract {
    private static final Duration LAG = Duration.ofSeconds(1);
    private final MovableClock clock = new MovableClock();

    TrailingSourceIT(MongoUnderTest server) {
        super(server);
    }

    @Test
    void an_event_comes_when_it_is_old_enough() {
        OneProcess process = aProcess(clock);
        try (var stream = new TrailingSource(process.store, LAG, clock, UnaryOperator.identity()).openStream(null)) {
            process.append("a", 0, new Happened("1"));
            clock.advance(Duration.ofMillis(600));
            process.append("a", 1, new Happened("2"));
            assertThat(stream.hasNextAvailable()).isFalse();
            clock.advance(Duration.ofMillis(400));

            assertThat(stream.peek())
                    .hasValueSatisfying(event -> assertThat(event.getPayload()).isEqualTo(new Happened("1")));
            assertThat(nextOf(stream)).isEqualTo(new Happened("1"));
            assertThat(stream.hasNextAvailable()).isFalse();
            clock.advance(Duration.ofMillis(600));
            assertThat(nextOf(stream)).isEqualTo(new Happened("2"));
        }
    }

    @Test
    void a_writer_whose_clock_is_ahead_delays_its_events_by_the_lag_and_no_more() {
        OneProcess ahead = aProcess(Clock.offset(clock, Duration.ofHours(1)));
        try (var stream = new TrailingSource(ahead.store, LAG, clock, UnaryOperator.identity()).openStream(null)) {
            ahead.append("a", 0, new Happened("1"), new Happened("2"));
            assertThat(stream.hasNextAvailable()).isFalse();
            clock.advance(LAG);

            assertThat(nextOf(stream)).isEqualTo(new Happened("1"));
            assertThat(nextOf(stream)).isEqualTo(new Happened("2"));
        }
    }

    @Test
    void a_clock_that_is_set_back_delays_what_is_held_by_the_lag_and_no_more() {
        OneProcess process = aProcess(clock);
        try (var stream = new TrailingSource(process.store, LAG, clock, UnaryOperator.identity()).openStream(null)) {
            process.append("a", 0, new Happened("1"), new Happened("2"));
            assertThat(stream.hasNextAvailable()).isFalse();
            clock.advance(Duration.ofHours(-1));
            assertThat(stream.hasNextAvailable()).isFalse();
            clock.advance(LAG);

            assertThat(nextOf(stream)).isEqualTo(new Happened("1"));
            assertThat(nextOf(stream)).isEqualTo(new Happened("2"));
        }
    }

    @Test
    void a_reader_that_waits_is_given_the_event_when_it_is_due() throws Exception {
        OneProcess process = aProcess();
        Duration lag = Duration.ofMillis(200);
        try (var stream =
                new TrailingSource(process.store, lag, Clock.systemUTC(), UnaryOperator.identity()).openStream(null)) {
            long start = System.nanoTime();
            process.append("a", 0, new Happened("1"));
            assertThat(stream.hasNextAvailable(1, TimeUnit.HOURS)).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isBetween(lag.minusMillis(5), Duration.ofMinutes(1)); // so it was not the wait that ended
        }
    }

    @Test
    void a_reader_that_waits_by_callback_is_called_when_the_event_is_due() {
        OneProcess process = aProcess();
        AtomicInteger given = new AtomicInteger();
        try (var stream = new TrailingSource(
                        process.store, Duration.ofMillis(200), Clock.systemUTC(), UnaryOperator.identity())
                .openStream(null)) {
            stream.setOnAvailableCallback(() -> {
                if (stream.hasNextAvailable()) {
                    given.incrementAndGet();
                }
            });
            process.append("a", 0, new Happened("1"));
            await().until(() -> given.get() > 0);
        }
    }

    private static Object nextOf(BlockingStream<TrackedEventMessage<?>> stream) {
        try {
            return stream.nextAvailable().getPayload();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
