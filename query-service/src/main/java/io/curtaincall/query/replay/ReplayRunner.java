package io.curtaincall.query.replay;

import io.curtaincall.query.projection.Progress;
import io.curtaincall.query.projection.Projecting;
import io.curtaincall.query.projection.ReadModel;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Carries out replays in whichever process runs the projection, wherever they were asked for, and writes down how far
 * they are. A replay whose process ends goes on in the next: its position is the projection's own.
 */
@Component
class ReplayRunner implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(ReplayRunner.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration STOPPING = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Replays replays;
    private final Projecting projecting;
    private final Clock clock;
    private final Semaphore woken = new Semaphore(0);
    private volatile @Nullable Thread thread;

    ReplayRunner(Replays replays, Projecting projecting, Clock clock) {
        this.replays = replays;
        this.projecting = projecting;
        this.clock = clock;
    }

    /** Looks at once. */
    void wake() {
        woken.release();
    }

    @Override
    public void start() {
        Thread looking = Thread.ofVirtual().name("replays").unstarted(this::run);
        thread = looking;
        looking.start();
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                if (woken.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS)) woken.drainPermits();
                for (ReadModel model : ReadModel.values()) look(model);
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                log.warn("replays cannot be looked after at the moment", e);
            }
        }
    }

    private void look(ReadModel model) {
        Replay replay = replays.latest(model).filter(Replay::open).orElse(null);
        if (replay == null) return;
        Progress progress = projecting.here(model).orElse(null);
        if (replay.state() == Replay.State.ASKED) {
            if (progress != null) begin(replay, model);
            else if (replay.startedAt().plus(PATIENCE).isBefore(clock.instant())) {
                replays.failed(replay, "no process runs the projection");
            }
        } else if (progress != null) follow(replay, progress);
    }

    private void begin(Replay replay, ReadModel model) {
        try {
            projecting.rebuild(model);
            replays.begun(replay);
            log.info("replay {} has begun", replay.id());
        } catch (UnableToClaimTokenException takenOver) {
            log.info("replay {} is left to the process that took {} over", replay.id(), model.wireName());
        } catch (RuntimeException e) {
            log.error("replay {} failed", replay.id(), e);
            replays.failed(replay, "the projection could not be reset, see the log");
        }
    }

    private void follow(Replay replay, Progress progress) {
        if (progress.caughtUp() || progress.position() >= replay.target()) {
            replays.done(replay);
            log.info("replay {} is done", replay.id());
        } else {
            replays.advanced(replay, progress.position());
        }
    }

    @Override
    public void stop() {
        Thread running = thread;
        thread = null;
        wake();
        try {
            if (running != null) running.join(STOPPING);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
