package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is left to the due list without an attempt, and what held it back: noted there in bulk, so that whichever process
 * makes the attempt can name it.
 */
final class HeldBack {
    private final DueCallbacks dueCallbacks;
    private final NodeId node;
    private final Map<CallbackId, DueCallback> unwritten = new ConcurrentHashMap<>();

    HeldBack(DueCallbacks dueCallbacks, NodeId node) {
        this.dueCallbacks = dueCallbacks;
        this.node = node;
    }

    /** The order is told by the events and needs no note. */
    void left(Delivery delivery, Set<Hold> by) {
        Set<Hold> holds = Throttle.nothing();
        holds.addAll(by);
        holds.remove(Hold.ORDER);
        if (holds.isEmpty()) {
            unwritten.remove(delivery.callbackId());
            return;
        }
        DueCallback row = new DueCallback(
                delivery.callbackId(),
                delivery.configId(),
                delivery.attempt(),
                delivery.due(),
                delivery.due(),
                delivery.event().reportedAt(),
                node.value(),
                null,
                holds);
        unwritten.put(row.callbackId(), row);
    }

    /** @throws RuntimeException if the store fails; then they are noted the next time */
    void note() {
        List<DueCallback> rows = List.copyOf(unwritten.values());
        dueCallbacks.hold(rows);
        rows.forEach(row -> unwritten.remove(row.callbackId(), row));
    }
}
