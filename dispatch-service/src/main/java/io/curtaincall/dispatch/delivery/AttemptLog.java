package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records attempts. A request that went out must be on record, so a store that fails is asked again until it answers. */
final class AttemptLog {
    private static final Logger log = LoggerFactory.getLogger(AttemptLog.class);
    private static final long FIRST_WAIT_MILLIS = 50;
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final EventAppender appender;
    private final AtomicInteger unrecorded = new AtomicInteger();
    private volatile boolean lost;

    AttemptLog(EventAppender appender) {
        this.appender = appender;
    }

    /** Whether attempts wait to be recorded because the store fails; none should be added to them. */
    boolean isBehind() {
        return unrecorded.get() > 0;
    }

    /** Whether a record was given up. */
    boolean hasLost() {
        return lost;
    }

    /**
     * @param giveUp asked after each failure
     * @return false if the attempt of this number is on record already, by somebody else or by a try whose answer was
     *     lost, or if it was given up; the callback is then no longer this process's to go on with
     */
    boolean record(CallbackAttempted event, BooleanSupplier giveUp) {
        try {
            return append(event);
        } catch (RuntimeException e) {
            log.warn("attempt {} of {} is not on record yet: {}", event.attempt(), event.callbackId(), e.toString());
        }
        unrecorded.incrementAndGet();
        try {
            return appendUntil(event, giveUp);
        } finally {
            unrecorded.decrementAndGet();
        }
    }

    private boolean appendUntil(CallbackAttempted event, BooleanSupplier giveUp) {
        long wait = FIRST_WAIT_MILLIS;
        while (!giveUp.getAsBoolean()) {
            rest(wait);
            wait = Math.min(wait * 2, LONGEST_WAIT_MILLIS);
            try {
                return append(event);
            } catch (RuntimeException e) {
                log.debug("still not on record: {}", event.callbackId(), e);
            }
        }
        lost = true;
        log.error("attempt {} of {} could not be recorded", event.attempt(), event.callbackId());
        return false;
    }

    private boolean append(CallbackAttempted event) {
        try {
            appender.append(List.of(new NewEvent("Callback", event.callbackId().value(), event.attempt() - 1L, event)));
            return true;
        } catch (ConcurrencyException e) {
            log.info("attempt {} of {} is on record already", event.attempt(), event.callbackId());
            return false;
        }
    }

    private static void rest(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException hurried) {
            log.debug("asked again at once");
        }
    }
}
