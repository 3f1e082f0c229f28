package io.curtaincall.dispatch.sending;

import io.curtaincall.events.callback.CallbackEvent.Timing;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.ModalCloseable;
import org.jspecify.annotations.Nullable;

/** How one exchange goes: how far it got, how long it took, and whether its time ran out. */
final class Course {
    private final Instant startedAt;
    private final long startedNanos = System.nanoTime();
    private final long deadlineNanos;
    private @Nullable Long connectedMillis;
    private @Nullable Long firstByteMillis;
    private volatile @Nullable ModalCloseable line;
    private volatile boolean expired;

    Course(Instant startedAt, Duration deadline) {
        this.startedAt = startedAt;
        deadlineNanos = deadline.toNanos();
    }

    Duration left() {
        return Duration.ofNanos(Math.max(0, deadlineNanos - (System.nanoTime() - startedNanos)));
    }

    /** Names the connection to cut when time runs out; if it already has, cuts it. */
    void over(ModalCloseable newLine) {
        line = newLine;
        if (expired) newLine.close(CloseMode.IMMEDIATE);
    }

    void connected() {
        connectedMillis = millis();
    }

    void answered() {
        firstByteMillis = millis();
    }

    void expire() {
        expired = true;
        ModalCloseable current = line;
        if (current != null) current.close(CloseMode.IMMEDIATE);
    }

    boolean isExpired() {
        return expired || left().isZero();
    }

    Timing timing() {
        return new Timing(startedAt, connectedMillis, firstByteMillis, millis());
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedNanos);
    }
}
