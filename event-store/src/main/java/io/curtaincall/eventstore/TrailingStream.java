package io.curtaincall.eventstore;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.UnaryOperator;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;

/** Holds each event back until it is old enough by its own stamp, or has been here that long if a stamp lies ahead. */
final class TrailingStream implements BlockingStream<TrackedEventMessage<?>> {
    private static final int MOST_HELD = 8_192;
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(1);

    private final BlockingStream<TrackedEventMessage<?>> stream;
    private final Duration lag;
    private final Clock clock;
    private final UnaryOperator<TrackedEventMessage<?>> essence;
    private final Deque<Held> held = new ArrayDeque<>();
    private final AtomicBoolean alarmSet = new AtomicBoolean();
    private volatile @Nullable Runnable callback;

    TrailingStream(
            BlockingStream<TrackedEventMessage<?>> stream,
            Duration lag,
            Clock clock,
            UnaryOperator<TrackedEventMessage<?>> essence) {
        this.stream = stream;
        this.lag = lag;
        this.clock = clock;
        this.essence = essence;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(held.getFirst().message()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (true) {
            hold();
            Duration wait = untilFirstIsDue();
            if (!held.isEmpty() && wait.compareTo(Duration.ZERO) <= 0) {
                return true;
            }
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                setAlarm(wait);
                return false;
            }
            pause(Math.min(left, Math.max(wait.toNanos(), SHORTEST_WAIT.toNanos())));
        }
    }

    /** Nothing waits for longer than the lag, so a clock that says so was set back. */
    private Duration untilFirstIsDue() {
        if (held.isEmpty()) return lag;
        Instant now = clock.instant();
        Duration wait = Duration.between(now, held.getFirst().due());
        if (wait.compareTo(lag) <= 0) return wait;
        List<Held> anew = held.stream()
                .map(each -> new Held(each.message(), now.plus(lag)))
                .toList();
        held.clear();
        held.addAll(anew);
        return lag;
    }

    private void pause(long nanos) throws InterruptedException {
        if (held.isEmpty()) {
            stream.hasNextAvailable((int) Math.min(Integer.MAX_VALUE, nanos), TimeUnit.NANOSECONDS);
        } else {
            TimeUnit.NANOSECONDS.sleep(nanos);
        }
    }

    private void hold() throws InterruptedException {
        while (held.size() < MOST_HELD && stream.hasNextAvailable()) {
            TrackedEventMessage<?> message = stream.nextAvailable();
            Instant now = clock.instant();
            Instant since = message.getTimestamp().isAfter(now) ? now : message.getTimestamp();
            held.addLast(new Held(essence.apply(message), since.plus(lag)));
        }
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return held.removeFirst().message();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return stream.setOnAvailableCallback(() -> {
            if (!alarmSet.get()) {
                callback.run(); // so that it is taken in, and the alarm set for when it is due
            }
        });
    }

    private void setAlarm(Duration wait) {
        Runnable ring = callback;
        if (ring == null || held.isEmpty() || !alarmSet.compareAndSet(false, true)) {
            return;
        }
        CompletableFuture.delayedExecutor(wait.toMillis() + 1, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    alarmSet.set(false);
                    ring.run();
                });
    }

    @Override
    public void close() {
        stream.close();
    }

    private record Held(TrackedEventMessage<?> message, Instant due) {}
}
