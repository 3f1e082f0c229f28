package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.PlanListener;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.RetryAt;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The callbacks in hand, each on a virtual thread of its own. What does not fit, may not be sent now or is called off
 * is simply dropped here: it is on the due list, or will be within seconds.
 */
final class DeliveryLoop implements PlanListener {
    private static final Logger log = LoggerFactory.getLogger(DeliveryLoop.class);

    private final Attempts attempts;
    private final QuickRetries retries;
    private final EndpointSlots slots;
    private final Gate gate;
    private final LaneQueue lanes;
    private final LatelyFinished finished;
    private final HeldBack heldBack;
    private final Map<CallbackId, Turn> inHand = new ConcurrentHashMap<>();

    DeliveryLoop(
            Attempts attempts,
            QuickRetries retries,
            EndpointSlots slots,
            Gate gate,
            LaneQueue lanes,
            LatelyFinished finished,
            HeldBack heldBack) {
        this.attempts = attempts;
        this.retries = retries;
        this.slots = slots;
        this.gate = gate;
        this.lanes = lanes;
        this.finished = finished;
        this.heldBack = heldBack;
    }

    @Override
    public void planned(LiveEventReported event, DispatchPlanned plan) {
        plan.callbacks().forEach(callback -> {
            Instant now = plan.plannedAt();
            Delivery first = new Delivery(event, callback, plan.configsKnownUpTo(), 1, now, now);
            takeUp(Turn.of(callback), turn -> Optional.of(first));
        });
    }

    /**
     * Takes a callback in hand, unless it is already or there is no room.
     *
     * @param opening finds out on the callback's own thread what is to be done, if anything
     */
    boolean takeUp(Turn turn, Function<Turn, Optional<Delivery>> opening) {
        if (!gate.isOpen() || !slots.takeInHand(turn)) return false;
        if (inHand.putIfAbsent(turn.callbackId(), turn) != null) {
            slots.leaveHand(turn);
            return false;
        }
        turn.startOn(Thread.ofVirtual().unstarted(() -> run(turn, opening)));
        return true;
    }

    private void run(Turn turn, Function<Turn, Optional<Delivery>> opening) {
        try {
            opening.apply(turn).ifPresent(first -> deliver(turn, first));
        } catch (CancellationException calledOff) {
            log.debug("called off: {}", turn.callbackId());
        } catch (RuntimeException e) {
            if (turn.isCalledOff()) log.debug("called off: {}", turn.callbackId(), e);
            else log.error("{} is left to the due list", turn.callbackId(), e);
        } finally {
            inHand.remove(turn.callbackId());
            slots.leaveHand(turn);
        }
    }

    private void deliver(Turn turn, Delivery first) {
        if (!lanes.isNext(turn, first)) return;
        AtomicReference<Delivery> next = new AtomicReference<>(first);
        try {
            Optional<Verdict> last = retries.drive(first, () -> attempt(turn, next));
            log.debug("{}: {}", turn.callbackId(), last);
            if (last.isPresent() && !(last.get() instanceof RetryAt)) finished.add(turn.callbackId());
        } finally {
            heldBack.left(next.get(), turn.heldBy());
        }
    }

    private Optional<Verdict> attempt(Turn turn, AtomicReference<Delivery> next) {
        Optional<Verdict> verdict = attempts.make(turn, next.get());
        if (verdict.orElse(null) instanceof RetryAt retry) next.updateAndGet(made -> made.next(retry.at()));
        return verdict;
    }

    /** Whether the callback is this process's own affair, whatever its row says: in hand, or finished a moment ago. */
    boolean holds(CallbackId callbackId) {
        return inHand.containsKey(callbackId) || finished.contains(callbackId);
    }

    /** Brings to the due list what held those back that were left to it. */
    void noteHeldBack() {
        heldBack.note();
    }

    boolean isIdle() {
        return inHand.isEmpty();
    }

    void forEachTurn(Consumer<Turn> action) {
        inHand.values().forEach(action);
    }
}
