package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.NodeId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Says that this process is alive, and knows when others may have stopped believing it: then nothing is sent any more,
 * because they may be sending it. When it is believed again what it had in hand is dropped first, as it may be theirs
 * now; this holds also for a process that was stopped as a whole, since elapsed time goes on without it.
 */
final class Heartbeat implements SmartLifecycle {
    static final int PHASE = 2_000;
    private static final Logger log = LoggerFactory.getLogger(Heartbeat.class);

    private final Nodes nodes;
    private final NodeId node;
    private final Clock clock;
    private final Duration period;
    private final Duration trusted;
    private final LongSupplier nanoTime;
    private final ScheduledExecutorService timer;
    private long beat;
    private volatile boolean running;
    private volatile boolean allSettled;
    private volatile long believedUntil;
    private volatile Runnable afterLapse = () -> {};

    Heartbeat(Nodes nodes, NodeId node, DeliveryProperties properties, Clock clock, LongSupplier nanoTime) {
        this.nodes = nodes;
        this.node = node;
        this.clock = clock;
        this.nanoTime = nanoTime;
        period = properties.heartbeat();
        trusted = properties.life().multipliedBy(3).dividedBy(4);
        timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("heartbeat").daemon().factory());
        believedUntil = nanoTime.getAsLong();
    }

    /** Whether all others certainly believe that this process is alive. */
    boolean isFresh() {
        return running && nanoTime.getAsLong() < believedUntil;
    }

    /** Names what is to be done before this process is fresh again after it was not. */
    void afterLapse(Runnable action) {
        afterLapse = action;
    }

    /** To be called when nothing is under way any more and all that was is recorded. */
    void allSettled() {
        allSettled = true;
    }

    @Override
    public void start() {
        nodes.forgetLongGone(clock.instant());
        beat();
        running = true;
        long millis = period.toMillis();
        Future<?> unused = timer.scheduleWithFixedDelay(this::beatOrWarn, millis, millis, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        long sentAt = nanoTime.getAsLong();
        nodes.beat(node, ++beat, clock.instant());
        if (running && nanoTime.getAsLong() - believedUntil >= 0) {
            log.warn("{} was silent for so long that others may have taken over what it had in hand", node.value());
            afterLapse.run();
        }
        believedUntil = sentAt + trusted.toNanos();
    }

    private void beatOrWarn() {
        try {
            beat();
        } catch (RuntimeException e) {
            log.warn("the heartbeat of {} could not be written: {}", node.value(), e.toString());
        }
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdown();
        try {
            // a beat under way would take the mark away again
            if (timer.awaitTermination(1, TimeUnit.SECONDS) && allSettled) nodes.stopped(node);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            log.warn("{} could not be marked as stopped: {}", node.value(), e.toString());
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
