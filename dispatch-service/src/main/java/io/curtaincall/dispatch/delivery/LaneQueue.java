package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackEvent.CallbackQueued;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEvent.InOrder;
import io.curtaincall.eventstore.Place;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets callbacks that are wanted in order go one after another: each when the one before it is delivered or abandoned,
 * by whatever process. The events say whether it is.
 */
final class LaneQueue {
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration AFTER_RETRY = Duration.ofMillis(100);
    private static final Duration SHORTEST = Duration.ofSeconds(5);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final StoredStreams streams;
    private final DueCallbacks dueCallbacks;
    private final Clock clock;
    private final Duration patience;
    private final Map<CallbackId, CountDownLatch> awaited = new ConcurrentHashMap<>();

    LaneQueue(StoredStreams streams, DueCallbacks dueCallbacks, Clock clock, Duration patience) {
        this.streams = streams;
        this.dueCallbacks = dueCallbacks;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Waits a little for the turn of a new callback. One that would wait longer rests in the due list until the one
     * before it is finished.
     *
     * @return whether it is its turn
     * @throws CancellationException if the wait is interrupted
     */
    boolean isNext(Turn turn, Delivery delivery) {
        InOrder place = delivery.callback().order();
        if (place == null || place.after() == null || delivery.attempt() > 1) return true;
        Optional<Instant> free = turn.isFromDueList() ? finishedAt(place.after()) : await(place.after());
        if (free.isEmpty()) {
            turn.heldBy().add(Hold.ORDER);
            rest(delivery, place.after());
            return false;
        }
        if (free.get().isAfter(delivery.due())) turn.heldBy().add(Hold.ORDER);
        return true;
    }

    private Optional<Instant> await(CallbackId before) {
        CountDownLatch latch = awaited.computeIfAbsent(before, id -> new CountDownLatch(1));
        try {
            Optional<Instant> free = finishedAt(before);
            for (Duration left = patience; free.isEmpty() && left.isPositive(); left = left.minus(LOOK)) {
                boolean told = latch.await(LOOK.toNanos(), TimeUnit.NANOSECONDS);
                free = finishedAt(before);
                if (told) break;
            }
            return free;
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted while waiting for the callback before it");
        } finally {
            awaited.remove(before, latch);
        }
    }

    private Optional<Instant> finishedAt(CallbackId callbackId) {
        return last(callbackId)
                .filter(attempt -> !(attempt.verdict() instanceof RetryAt))
                .map(attempt ->
                        attempt.timing().startedAt().plusMillis(attempt.timing().totalMillis()));
    }

    private Optional<CallbackAttempted> last(CallbackId callbackId) {
        List<StreamEvent> attempts = streams.read(callbackId.value());
        return attempts.isEmpty()
                ? Optional.empty()
                : Optional.of((CallbackAttempted) attempts.getLast().payload());
    }

    /** Whoever finishes the one before brings it forward; should that be lost, it is looked at again all the same. */
    private void rest(Delivery delivery, CallbackId before) {
        Instant now = clock.instant();
        Instant lookAgain = now.plus(pause(Duration.between(delivery.due(), now)));
        Instant until = last(before)
                .map(CallbackAttempted::verdict)
                .filter(verdict ->
                        verdict instanceof RetryAt retry && retry.at().isAfter(now))
                .map(verdict -> ((RetryAt) verdict).at().plus(AFTER_RETRY))
                .orElse(lookAgain);
        dueCallbacks.moveUntried(delivery.callbackId(), until);
        if (finishedAt(before).isPresent()) dueCallbacks.moveUntried(delivery.callbackId(), delivery.due());
    }

    /** The longer it has waited, the longer it may. */
    private static Duration pause(Duration waited) {
        Duration part = waited.dividedBy(4);
        if (part.compareTo(SHORTEST) < 0) return SHORTEST;
        return part.compareTo(LONGEST) > 0 ? LONGEST : part;
    }

    /** Whether an attempt may have begun; none does before its turn. */
    boolean mayHaveBegun(Delivery delivery) {
        InOrder place = delivery.callback().order();
        return place == null
                || place.after() == null
                || delivery.attempt() > 1
                || finishedAt(place.after()).isPresent();
    }

    /** To be told of each callback that is finished. */
    void finished(Delivery delivery) {
        InOrder place = delivery.callback().order();
        if (place == null) return;
        CountDownLatch waiting = awaited.get(delivery.callbackId());
        if (waiting != null) {
            waiting.countDown();
            return;
        }
        Place next = new Place(place.lane(), place.number() + 1);
        Optional.ofNullable(streams.at(Set.of(next)).get(next))
                .map(stored -> (CallbackQueued) stored.payload())
                .ifPresent(queued -> dueCallbacks.moveUntried(queued.callbackId(), queued.queuedAt()));
    }
}
