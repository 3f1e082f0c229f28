package io.curtaincall.eventstore;

import com.mongodb.MongoException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notices what other processes append: looks often while they do, seldom while nothing happens, and when told to. */
public final class HeadWatcher implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(HeadWatcher.class);

    private final EventLog log;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition change = lock.newCondition();
    private final Thread thread;
    private @Nullable CounterSignals signals;
    private boolean nudged;
    private boolean closed;
    private boolean failing;

    HeadWatcher(EventLog log) {
        this.log = log;
        this.thread = Thread.ofPlatform().name("event-store-watcher").daemon().unstarted(this::run);
    }

    void start() {
        log.onHole(this::nudge);
        thread.start();
        signals = new CounterSignals(log.database(), this::nudge);
    }

    /** Looks at once. */
    void nudge() {
        lock.lock();
        try {
            nudged = true;
            change.signal();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        WatchPace pace = WatchPace.SHORTEST;
        while (await(pace.nanos())) {
            pace = look(pace);
        }
    }

    /** Returns how long to wait for the next look. */
    private WatchPace look(WatchPace last) {
        try {
            WatchPace next = last.after(log.catchUp());
            failing = false;
            return next;
        } catch (MongoException e) {
            if (!failing) {
                LOG.warn("Cannot see whether there are new events: {}", e.getMessage());
            }
            failing = true;
            return WatchPace.AFTER_FAILURE;
        } catch (RuntimeException e) { // the watch must go on
            LOG.error("Cannot read new events", e);
            return WatchPace.AFTER_FAILURE;
        }
    }

    private boolean await(long nanos) {
        lock.lock();
        try {
            for (long left = nanos; left > 0 && !nudged && !closed; ) {
                left = change.awaitNanos(left);
            }
            nudged = false;
            return !closed;
        } catch (InterruptedException e) {
            return false; // nobody but the owner of a dying virtual machine interrupts this thread
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        if (signals != null) {
            signals.close();
        }
        lock.lock();
        try {
            closed = true;
            change.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
