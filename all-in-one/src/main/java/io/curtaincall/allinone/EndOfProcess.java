package io.curtaincall.allinone;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Closes what runs when the process is told to stop, and lets that take no longer than promised. */
final class EndOfProcess {
    private static final Logger LOG = LoggerFactory.getLogger(EndOfProcess.class);
    private static final Duration PATIENCE = Duration.ofMillis(9_500);

    private EndOfProcess() {}

    static void close(String what, AutoCloseable running) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> closeInTime(what, running), "end-of-process"));
    }

    /** Returns only when the process ends, that is never. */
    static int await() throws InterruptedException {
        new CountDownLatch(1).await();
        return 0;
    }

    private static void closeInTime(String what, AutoCloseable running) {
        LOG.info("Stopping the {}", what);
        Thread closing = Thread.ofPlatform().daemon().name("closing").start(() -> closeQuietly(what, running));
        try {
            if (closing.join(PATIENCE)) LOG.info("Stopped");
            else LOG.warn("The {} took too long to stop; what was under way is left due", what);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void closeQuietly(String what, AutoCloseable running) {
        try {
            running.close();
        } catch (Exception e) {
            LOG.warn("The {} did not stop cleanly; nothing accepted is lost", what, e);
        }
    }
}
