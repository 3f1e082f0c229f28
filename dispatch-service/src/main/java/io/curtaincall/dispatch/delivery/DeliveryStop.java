package io.curtaincall.dispatch.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Ends deliveries in order: nothing new starts, what only waits is dropped, what is under way gets its time, what takes
 * longer is cut short and recorded as interrupted. If all is on record in the end, others need not assume the worst.
 */
final class DeliveryStop implements SmartLifecycle, ApplicationListener<ContextClosedEvent> {
    static final int PHASE = Heartbeat.PHASE + 100;
    private static final Logger log = LoggerFactory.getLogger(DeliveryStop.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(1_200);

    private final DeliveryLoop loop;
    private final Gate gate;
    private final AttemptLog attemptLog;
    private final Heartbeat heartbeat;
    private final Duration grace;
    private volatile boolean running;
    private volatile long toldAt;

    DeliveryStop(DeliveryLoop loop, Gate gate, AttemptLog attemptLog, Heartbeat heartbeat, Duration grace) {
        this.loop = loop;
        this.gate = gate;
        this.attemptLog = attemptLog;
        this.heartbeat = heartbeat;
        this.grace = grace;
    }

    @Override
    public void start() {
        running = true;
    }

    /** Long before its turn comes: the web server waits for requests first, and those may take their time. */
    @Override
    public void onApplicationEvent(ContextClosedEvent closing) {
        beginToStop();
    }

    private void beginToStop() {
        if (toldAt == 0) toldAt = System.nanoTime();
        gate.close();
        loop.forEachTurn(Turn::callOff);
    }

    @Override
    public void stop() {
        running = false;
        beginToStop();
        boolean idle = awaitIdle(grace.minusNanos(System.nanoTime() - toldAt));
        if (!idle) {
            loop.forEachTurn(Turn::cutShort);
            idle = awaitIdle(LAST_WORDS);
        }
        gate.giveUp();
        if (idle && !attemptLog.hasLost()) {
            noteHeldBack();
            heartbeat.allSettled();
        } else {
            log.warn("stopped with attempts that are not on record; they will be taken for interrupted");
        }
    }

    private void noteHeldBack() {
        try {
            loop.noteHeldBack();
        } catch (RuntimeException e) {
            log.warn("what held callbacks back could not be noted: {}", e.toString());
        }
    }

    private boolean awaitIdle(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        while (!loop.isIdle()) {
            if (System.nanoTime() > deadline) return false;
            loop.forEachTurn(Turn::callOff);
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(10);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
