package io.curtaincall.embedded.store;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does the same again and again until it is closed. A round that fails is told in the log, and the next one is tried. */
final class Rounds implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final Duration MOST_WAITED_FOR = Duration.ofSeconds(3);

    private final Runnable round;
    private final Duration pause;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private boolean failing;

    Rounds(String name, Duration pause, Runnable round) {
        this.round = round;
        this.pause = pause;
        this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!closing.await(pause.toNanos(), TimeUnit.NANOSECONDS)) {
                goOnce();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One line for a failure that stays, not two a second. */
    private void goOnce() {
        try {
            round.run();
            if (failing) {
                LOG.info("{} works again", thread.getName());
            }
            failing = false;
        } catch (RuntimeException e) {
            if (!failing) {
                LOG.error("{} failed and will be tried again", thread.getName(), e);
            }
            failing = true;
        }
    }

    @Override
    public void close() {
        closing.countDown();
        try {
            thread.join(MOST_WAITED_FOR.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
