package io.curtaincall.eventstore;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;

/** Gives all there is, then nothing until the next tick; meanwhile it keeps up with what it will give. */
final class BurstStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final long KEEP_UP_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final long tickNanos;
    private long nextBurst = System.nanoTime();

    BurstStream(BlockingStream<TrackedEventMessage<?>> stream, Duration tick) {
        this.stream = stream;
        tickNanos = tick.toNanos();
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        if (resting() > 0) return Optional.empty();
        Optional<TrackedEventMessage<?>> next = stream.peek();
        if (next.isEmpty()) rest(); // the burst is over, or one event more would begin another at once
        return next;
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            if (resting() <= 0) {
                if (stream.hasNextAvailable(0, unit)) return true;
                rest();
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) return false;
            TimeUnit.NANOSECONDS.sleep(Math.min(Math.min(left, KEEP_UP_NANOS), resting()));
            stream.hasNextAvailable(0, unit);
        }
    }

    private void rest() {
        nextBurst = System.nanoTime() + tickNanos;
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
