package io.curtaincall.eventstore;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingEventStream;
import org.jspecify.annotations.Nullable;

/** One reader's way through the store: by itself while it is behind, from the shared tail once it has caught up. */
final class TailStream implements TrackingEventStream {
    private static final int AT_ONCE = 500;
    private static final long LOOK_AGAIN = TimeUnit.MILLISECONDS.toNanos(10);

    private final EventLog log;
    private final Consumer<TailStream> onClose;
    private final Deque<TrackedEventMessage<?>> ready = new ArrayDeque<>();
    private long reached;
    private volatile boolean behind;
    private volatile boolean closed;
    private volatile @Nullable Runnable callback;

    TailStream(EventLog log, long reached, Consumer<TailStream> onClose) {
        this.log = log;
        this.reached = reached;
        this.onClose = onClose;
    }

    @Override
    public Optional<TrackedEventMessage<?>> peek() {
        return hasNextAvailable() ? Optional.of(ready.getFirst()) : Optional.empty();
    }

    @Override
    public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
        long deadline = System.nanoTime() + unit.toNanos(timeout);
        while (ready.isEmpty() && !fetch()) {
            long left = deadline - System.nanoTime();
            if (left <= 0 || closed) {
                return false;
            }
            // a gap far behind the tail is settled by reading it again, not by the tail's growth
            log.tail().await(reached, behind ? Math.min(left, LOOK_AGAIN) : left);
        }
        return true;
    }

    @Override
    public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
        while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
            if (closed) {
                throw new IllegalStateException("The event stream is closed");
            }
        }
        return ready.removeFirst();
    }

    private boolean fetch() {
        if (closed) {
            return false;
        }
        Optional<Slice> recent = log.tail().after(reached, AT_ONCE);
        behind = recent.isEmpty();
        Slice slice = recent.orElseGet(() -> log.read(reached, AT_ONCE));
        reached = slice.reached();
        ready.addAll(slice.messages());
        return !ready.isEmpty();
    }

    @Override
    public boolean setOnAvailableCallback(Runnable callback) {
        this.callback = callback;
        return true;
    }

    void wake() {
        Runnable woken = callback;
        if (woken != null) {
            woken.run();
        }
    }

    void wakeIfBehind() {
        if (behind) {
            wake();
        }
    }

    @Override
    public void close() {
        closed = true;
        onClose.accept(this);
    }
}
