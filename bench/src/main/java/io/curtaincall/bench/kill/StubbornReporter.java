package io.curtaincall.bench.kill;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.bench.running.Reply;
import io.curtaincall.bench.running.Waiting;
import io.curtaincall.testsupport.LiveEvents;
import io.curtaincall.testsupport.ReportedEvent;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A control plane that reports at an even rate, and reports again whatever it got no answer for. */
public final class StubbornReporter implements AutoCloseable {
    public static final String DOMAIN = "kill.example.com";
    private static final Duration BEFORE_AGAIN = Duration.ofMillis(250);
    private static final int AT_ONCE = 64;

    private final Function<String, Reply> report;
    private final Duration between;
    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final AtomicLong reportedAgain = new AtomicLong();
    private final AtomicLong acceptedBefore = new AtomicLong();
    private final AtomicLong unplanned = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private final Semaphore connections = new Semaphore(AT_ONCE);
    private volatile boolean going = true;
    private volatile boolean insisting = true;

    /**
     * @param report may fail with an {@link UncheckedIOException}
     * @param rate events a second
     */
    public StubbornReporter(Function<String, Reply> report, int rate) {
        this.report = report;
        this.between = Duration.ofNanos(1_000_000_000L / rate);
    }

    public void start() {
        Thread.startVirtualThread(() -> {
            long due = System.nanoTime();
            for (int number = 0; going; number++) {
                ReportedEvent event = LiveEvents.started(DOMAIN, "live", "camera-" + number % 50);
                underWay.incrementAndGet();
                Thread.startVirtualThread(() -> reportUntilAccepted(event));
                due += between.toNanos();
                Waiting.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            }
        });
    }

    /**
     * Reports no new event; returns when each one reported has been accepted.
     *
     * @param patience how long nothing may have been accepted
     */
    public void finish(Duration patience) {
        going = false;
        while (underWay.get() > 0) {
            int left = underWay.get();
            Waiting.until(patience, () -> underWay.get() < left ? true : null);
        }
    }

    private void reportUntilAccepted(ReportedEvent event) {
        String json = event.json();
        while (insisting && !isAcceptedInTurn(json)) reportedAgain.incrementAndGet();
        underWay.decrementAndGet();
    }

    /** A process that is starting again must not be met by everybody at once: who failed waits in its place. */
    private boolean isAcceptedInTurn(String json) {
        connections.acquireUninterruptibly();
        try {
            boolean accepted = isAccepted(json);
            if (!accepted) Waiting.pause(BEFORE_AGAIN);
            return accepted;
        } finally {
            connections.release();
        }
    }

    /** Whatever has not been accepted is given up. */
    @Override
    public void close() {
        going = false;
        insisting = false;
    }

    private boolean isAccepted(String json) {
        try {
            Reply reply = report.apply(json);
            if (reply.status() != 202) return false;
            JsonNode event = reply.json().at("/accepted/0");
            if (event.path("duplicate").asBoolean()) acceptedBefore.incrementAndGet();
            JsonNode callbacks = event.path("callbacks");
            if (callbacks.size() != 1) unplanned.incrementAndGet();
            callbacks.forEach(
                    callback -> accepted.add(callback.path("callbackId").asText()));
            return true;
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
    }

    /** The callbacks promised by every 202. */
    public Set<String> promisedCallbacks() {
        return accepted;
    }

    /** Events that were accepted and yet nobody is called for, although a notify config asks for them. */
    public long unplanned() {
        return unplanned.get();
    }

    public long reportedAgain() {
        return reportedAgain.get();
    }

    /** Events whose first 202 never came although they had been stored. */
    public long acceptedBefore() {
        return acceptedBefore.get();
    }
}
