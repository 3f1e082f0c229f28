package io.curtaincall.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.Test;

class BurstStreamTest {
    private final Waiting waiting = new Waiting();
    private final BurstStream bursts = new BurstStream(waiting, Duration.ofHours(1));

    @Test
    void all_there_is_comes_in_one_burst_and_what_comes_a_moment_later_waits_for_the_next() throws Exception {
        waiting.add(1);
        waiting.add(2);
        assertThat(bursts.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
        bursts.nextAvailable();
        assertThat(bursts.peek()).isPresent();
        bursts.nextAvailable();
        assertThat(bursts.peek()).isEmpty();

        waiting.add(3);
        assertThat(bursts.peek()).isEmpty();
        assertThat(bursts.hasNextAvailable(5, TimeUnit.MILLISECONDS)).isFalse();
    }

    @Test
    void a_burst_broken_off_because_the_batch_is_full_goes_on_at_once() throws Exception {
        waiting.add(1);
        waiting.add(2);
        assertThat(bursts.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
        bursts.nextAvailable();
        assertThat(bursts.hasNextAvailable(0, TimeUnit.SECONDS)).isTrue();
    }

    /** What a source has; never blocks. */
    private static final class Waiting implements BlockingStream<TrackedEventMessage<?>> {
        private final Deque<TrackedEventMessage<?>> events = new ArrayDeque<>();

        void add(long index) {
            events.add(new GenericTrackedDomainEventMessage<>(
                    new GlobalSequenceTrackingToken(index), new GenericDomainEventMessage<>("T", "a", index, index)));
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            return Optional.ofNullable(events.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) {
            return !events.isEmpty();
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() {
            return events.remove();
        }

        @Override
        public void close() {}
    }
}
