package io.curtaincall.dispatch.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Walks the due list again and again: at once while there is something to do, slower the less there is. */
final class DuePoller implements SmartLifecycle {
    static final int PHASE = DeliveryStop.PHASE + 100;
    private static final Logger log = LoggerFactory.getLogger(DuePoller.class);
    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration SILENCE = Duration.ofSeconds(15);

    private final DueRound round;
    private final Nodes nodes;
    private final Gate gate;
    private final DueBacklog backlog;
    private final Clock clock;
    private final Duration period;
    private volatile @Nullable Thread thread;
    private volatile Instant lastRound = Instant.EPOCH;
    private Instant looked = Instant.EPOCH;

    DuePoller(DueRound round, Nodes nodes, Gate gate, DueBacklog backlog, Clock clock, Duration period) {
        this.round = round;
        this.nodes = nodes;
        this.gate = gate;
        this.backlog = backlog;
        this.clock = clock;
        this.period = period;
    }

    /** Whether it walks, and lately without failing. */
    boolean isHealthy() {
        return isRunning() && lastRound.plus(SILENCE).isAfter(clock.instant());
    }

    @Override
    public void start() {
        lastRound = clock.instant();
        Thread walking = Thread.ofPlatform().name("due-poller").daemon().unstarted(this::walkOn);
        thread = walking;
        walking.start();
    }

    private void walkOn() {
        Duration pause = period;
        while (isRunning()) {
            pause = gate.isOpen() ? walkOnce(pause) : period;
            if (!rest(pause)) return;
        }
    }

    private Duration walkOnce(Duration lastPause) {
        try {
            look();
            DueRound.Walked walked = round.walk();
            lastRound = clock.instant();
            backlog.measure();
            if (walked.takenUp() > 0) return walked.inVain() ? longer(lastPause, period) : SHORTEST;
            return walked.more() ? longer(lastPause, LONGEST) : period;
        } catch (RuntimeException e) {
            if (isRunning()) log.warn("the due list could not be walked: {}", e.toString());
            return LONGEST;
        }
    }

    private static Duration longer(Duration pause, Duration longest) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(longest) > 0 ? longest : doubled;
    }

    private void look() {
        Instant now = clock.instant();
        if (looked.plus(period).isAfter(now)) return;
        looked = now;
        nodes.look();
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
