package io.curtaincall.dispatch.delivery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Walks the due list again and again: at once while there is something to do, slower the less there is. */
final class DuePoller implements SmartLifecycle {
    static final int PHASE = DeliveryStop.PHASE + 100;
    private static final Logger log = LoggerFactory.getLogger(DuePoller.class);
    private static final Duration SHORTEST = Duration.ofMillis(10);
    /** While there is nothing to do in a long list: others may be due behind who must wait. */
    private static final Duration BETWEEN_STRETCHES = Duration.ofMillis(50);

    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final DueRound round;
    private final Nodes nodes;
    private final Gate gate;
    private final DueBacklog backlog;
    private final LongSupplier nanoTime;
    private final Duration period;
    private volatile @Nullable Thread thread;
    private volatile long lastRound;
    private volatile long looked;

    DuePoller(DueRound round, Nodes nodes, Gate gate, DueBacklog backlog, LongSupplier nanoTime, Duration period) {
        this.round = round;
        this.nodes = nodes;
        this.gate = gate;
        this.backlog = backlog;
        this.nanoTime = nanoTime;
        this.period = period;
    }

    /** Whether it walks, and lately without failing. */
    boolean isHealthy() {
        return isRunning() && nanoTime.getAsLong() - lastRound < SILENCE.toNanos();
    }

    @Override
    public void start() {
        lastRound = nanoTime.getAsLong();
        looked = lastRound - period.toNanos();
        Thread walking = Thread.ofPlatform().name("due-poller").daemon().unstarted(this::walkOn);
        thread = walking;
        walking.start();
    }

    private void walkOn() {
        Duration pause = period;
        while (isRunning()) {
            pause = hasLooked() && gate.isOpen() ? walkOnce(pause) : period;
            if (!rest(pause)) return;
        }
    }

    private Duration walkOnce(Duration lastPause) {
        try {
            DueRound.Walked walked = round.walk();
            lastRound = nanoTime.getAsLong();
            backlog.measure();
            if (walked.takenUp() > 0) return walked.inVain() ? longer(lastPause, period) : SHORTEST;
            return walked.more() ? BETWEEN_STRETCHES : period;
        } catch (RuntimeException e) {
            if (isRunning()) log.warn("the due list could not be walked: {}", e.toString());
            return LONGEST;
        }
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    /** Watches the others also while it may not take anything: only who was watched can be known to be silent. */
    private boolean hasLooked() {
        long now = nanoTime.getAsLong();
        if (now - looked < period.toNanos()) return true;
        looked = now;
        try {
            nodes.look();
            return true;
        } catch (RuntimeException e) {
            log.debug("the other processes could not be watched", e);
            return false;
        }
    }

    private static boolean rest(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        Thread walking = thread;
        thread = null;
        if (walking == null) return;
        walking.interrupt();
        try {
            walking.join(LONGEST);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
