package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.session.SessionStore.Versioned;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Looks for sessions whose time has come, where their hooks are followed; who claims one works on it. Files are examined by a few
 * threads of their own, so that a slow one holds up nothing else.
 */
final class DueSessions implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(DueSessions.class);
    private static final int MOST_AT_ONCE = 100;
    /** How long work whose process died is left alone. */
    private static final Duration CLAIM = Duration.ofSeconds(5);

    private static final Duration RENEW = Duration.ofSeconds(1);

    private final SessionStore store;
    private final SessionWork work;
    private final Followed followed;
    private final HookProperties times;
    private final Clock clock;
    private final Semaphore free;
    private final Set<String> underWork = ConcurrentHashMap.newKeySet();
    private Instant renewedAt = Instant.EPOCH;
    private volatile @Nullable Running running;

    DueSessions(SessionStore store, SessionWork work, Followed followed, HookProperties times, Clock clock) {
        this.store = store;
        this.work = work;
        this.followed = followed;
        this.times = times;
        this.clock = clock;
        this.free = new Semaphore(times.probes());
    }

    /** The threads of one start. */
    private record Running(Thread poller, ExecutorService examiners) {}

    @Override
    public void start() {
        store.ensureIndexes();
        Thread poller = new Thread(this::run, "recording-sessions");
        poller.setDaemon(true);
        running = new Running(poller, Executors.newFixedThreadPool(times.probes()));
        poller.start();
    }

    private void run() {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                poll();
                TimeUnit.NANOSECONDS.sleep(times.pollEvery().toNanos());
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running == null) return;
                log.warn("sessions could not be looked after, will try again: {}", e.toString());
                if (!pause()) return;
            }
        }
    }

    private static boolean pause() {
        try {
            TimeUnit.SECONDS.sleep(1);
            return true;
        } catch (InterruptedException e) {
            return false;
        }
    }

    private void poll() throws InterruptedException {
        renewClaims();
        Instant now = clock.instant();
        if (!followed.caughtUp()) return;
        for (Versioned due : store.due(false, now, MOST_AT_ONCE)) {
            if (claim(due)) work.timeHasCome(due);
        }
        if (free.availablePermits() == 0) return;
        for (Versioned due : store.due(true, clock.instant(), 2 * times.probes())) {
            if (!free.tryAcquire()) return;
            if (!claim(due) || !examine(due.session())) free.release();
        }
    }

    private boolean claim(Versioned due) {
        Instant now = clock.instant();
        return !underWork.contains(due.session().taskId) && store.claim(due, now, now.plus(CLAIM));
    }

    private void renewClaims() {
        Instant now = clock.instant();
        if (underWork.isEmpty() || now.isBefore(renewedAt.plus(RENEW))) return;
        renewedAt = now;
        store.keepClaimed(List.copyOf(underWork), now.plus(CLAIM));
    }

    private boolean examine(Session session) {
        Running now = running;
        if (now == null) return false;
        underWork.add(session.taskId);
        now.examiners().execute(() -> {
            try {
                work.examineFiles(session);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                log.warn("files of task {} will be examined again: {}", session.taskId, e.toString());
            } finally {
                underWork.remove(session.taskId);
                free.release();
            }
        });
        return true;
    }

    @Override
    public void stop() {
        Running now = running;
        running = null;
        if (now == null) return;
        now.poller().interrupt();
        now.examiners().shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }
}
