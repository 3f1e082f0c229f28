package io.curtaincall.dispatch.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Gives all there is, then nothing until the next tick. */
final class BurstStream implements BlockingStream<TrackedEventMessage<?>> {
    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final long tickNanos;
    private long nextBurst = System.nanoTime();

    BurstStream(BlockingStream<TrackedEventMessage<?>> stream, Duration tick) {
        this.stream = stream;
        tickNanos = tick.toNanos();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return resting() > 0 ? Optional.empty() : stream.peek();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            if (resting() <= 0) {
                if (stream.hasNextAvailable(0, unit)) return true;
                nextBurst = System.nanoTime() + tickNanos;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) return false;
            TimeUnit.NANOSECONDS.sleep(Math.min(left, resting()));
        }
    }

    private long resting() {
        return nextBurst - System.nanoTime();
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        return stream.nextAvailable();
    }

    @Override
    public void close() {
        stream.close();
    }
}
