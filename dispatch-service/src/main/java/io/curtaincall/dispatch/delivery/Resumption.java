package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.events.callback.CallbackEvent.CallbackAttempted;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Outcome.Interrupted;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import io.curtaincall.events.live.LiveEvent.PlannedCallback;
import io.curtaincall.eventstore.StoredStreams;
import io.curtaincall.eventstore.StreamEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds out what is to be done about a due callback. The events say; the due list may be behind them. */
final class Resumption {
    private static final Verdict UNTRIED = new RetryAt(Instant.EPOCH, "first", 0);

    private final StoredStreams streams;
    private final DueCallbacks dueCallbacks;
    private final Attempts attempts;
    private final LaneQueue lanes;
    private final Resting resting;
    private final NodeId node;
    private final Clock clock;

    Resumption(
            StoredStreams streams,
            DueCallbacks dueCallbacks,
            Attempts attempts,
            LaneQueue lanes,
            Resting resting,
            NodeId node,
            Clock clock) {
        this.streams = streams;
        this.dueCallbacks = dueCallbacks;
        this.attempts = attempts;
        this.lanes = lanes;
        this.resting = resting;
        this.node = node;
        this.clock = clock;
    }

    /**
     * @param row held by this process
     * @return the attempt to make now, if there is one
     */
    Optional<Delivery> open(DueCallback row, Turn turn) {
        List<CallbackAttempted> made = attempts(row.callbackId());
        Optional<CallbackAttempted> last = made.isEmpty() ? Optional.empty() : Optional.of(made.getLast());
        Verdict verdict = last.map(CallbackAttempted::verdict).orElse(UNTRIED);
        if (!(verdict instanceof RetryAt retry)) {
            dueCallbacks.remove(row.callbackId());
            return Optional.empty();
        }
        if (retry.at().isAfter(clock.instant())) {
            dueCallbacks.postpone(row, node.value(), retry.at());
            return Optional.empty();
        }
        Instant since =
                made.isEmpty() ? clock.instant() : made.getFirst().timing().startedAt();
        int number = last.map(attempt -> attempt.attempt() + 1).orElse(1);
        Delivery next = load(row.callbackId(), number, since, retry.at());
        boolean unrecorded =
                row.after() != null && mayHaveBeenUnderWay(row, last, next.attempt()) && lanes.mayHaveBegun(next);
        if (unrecorded) {
            String reason = "process " + row.after() + " ended while the attempt may have been under way";
            if (attempts.interrupted(turn, next, reason).isEmpty()) return Optional.empty();
            next = next.next(clock.instant());
        }
        Optional<String> tooLate = tooLate(next);
        if (tooLate.isPresent()) {
            attempts.abandon(turn, next, tooLate.get());
            return Optional.empty();
        }
        return rowIsAt(row, next.attempt()) ? Optional.of(next) : Optional.empty();
    }

    private Optional<String> tooLate(Delivery next) {
        return resting.over(next).or(() -> attempts.tooLate(next));
    }

    /** Who dies between noting an interruption and moving the row has not begun the attempt after it. */
    private static boolean mayHaveBeenUnderWay(DueCallback row, Optional<CallbackAttempted> last, int next) {
        if (row.attempt() == next || last.isEmpty()) return true;
        return !(last.get().outcome() instanceof Interrupted)
                && DeliveryPolicy.staysInHand(last.get().verdict());
    }

    private boolean rowIsAt(DueCallback row, int attempt) {
        boolean asSeen = row.attempt() == attempt && row.after() == null;
        return asSeen || dueCallbacks.advance(row, node.value(), attempt);
    }

    private List<CallbackAttempted> attempts(CallbackId callbackId) {
        return streams.read(callbackId.value()).stream()
                .map(event -> (CallbackAttempted) event.payload())
                .toList();
    }

    private Delivery load(CallbackId callbackId, int attempt, Instant since, Instant retryAt) {
        LiveEventReported event = null;
        DispatchPlanned plan = null;
        for (StreamEvent stored : streams.read("live-event/" + callbackId.liveEventKey())) {
            if (stored.payload() instanceof LiveEventReported reported) event = reported;
            if (stored.payload() instanceof DispatchPlanned planned) plan = planned;
        }
        if (event == null || plan == null) throw new IllegalStateException("no plan is stored for " + callbackId);
        PlannedCallback callback = plan.callbacks().stream()
                .filter(planned -> planned.callbackId().equals(callbackId))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the stored plan has no " + callbackId));
        Instant due = attempt == 1 ? plan.plannedAt() : retryAt;
        return new Delivery(event, callback, plan.configsKnownUpTo(), attempt, since, due);
    }
}
