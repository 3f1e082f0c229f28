package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Walks over the due list, a stretch at a time, and takes up what this process may and can deliver now. Where a stretch
 * is full of what must wait, the next goes on behind it, so that one slow receiver hides nobody.
 */
final class DueRound {
    private static final int STRETCH = 500;

    private final DueCallbacks dueCallbacks;
    private final Claims claims;
    private final DeliveryLoop loop;
    private final Resumption resumption;
    private final EndpointSlots slots;
    private final Endpoints endpoints;
    private final Surplus surplus;
    private final Resting resting;
    private final DeliveryProperties properties;
    private final Clock clock;
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger idle = new AtomicInteger();
    private final AtomicLong takenUpEver = new AtomicLong();
    private @Nullable DueCallback reached;

    DueRound(
            DueCallbacks dueCallbacks,
            Claims claims,
            DeliveryLoop loop,
            Resumption resumption,
            EndpointSlots slots,
            Endpoints endpoints,
            Resting resting,
            DeliveryProperties properties,
            Clock clock) {
        this.dueCallbacks = dueCallbacks;
        this.claims = claims;
        this.loop = loop;
        this.resumption = resumption;
        this.slots = slots;
        this.endpoints = endpoints;
        surplus = new Surplus(dueCallbacks, slots, endpoints, clock);
        this.resting = resting;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * What one stretch gave.
     *
     * @param takenUp how many were taken up
     * @param inVain whether there was nothing to do about any of those taken up before
     * @param more whether there is more behind it
     */
    record Walked(int takenUp, boolean inVain, boolean more) {}

    Walked walk() {
        loop.noteHeldBack();
        List<DueCallback> rows = dueCallbacks.due(reached, clock.instant(), STRETCH);
        boolean more = rows.size() == STRETCH;
        reached = more ? rows.getLast() : null;
        boolean somethingToDo = opened.getAndSet(0) > 0;
        boolean inVain = idle.getAndSet(0) > 0 && !somethingToDo;
        List<DueCallback> wanted = wanted(rows);
        resting.settle();
        surplus.settle(!more);
        if (!more) forgetTheGone();
        int takenUp = 0;
        for (DueCallback row : claims.take(wanted)) {
            if (loop.takeUp(Turn.of(row), turn -> open(row, turn))) takenUp++;
        }
        takenUpEver.addAndGet(takenUp);
        return new Walked(takenUp, inVain, more);
    }

    private void forgetTheGone() {
        slots.forget(endpoints::isGone);
        endpoints.forgetTheGone();
    }

    private Optional<Delivery> open(DueCallback row, Turn turn) {
        AtomicInteger result = idle;
        try {
            Optional<Delivery> next = resumption.open(row, turn);
            if (next.isPresent()) result = opened;
            return next;
        } finally {
            result.incrementAndGet();
        }
    }

    /** How often a callback was taken up from the list. */
    long takenUpEver() {
        return takenUpEver.get();
    }

    private int roomFor(NotifyConfigId configId) {
        return slots.roomFor(configId, endpoints.versionOf(configId));
    }

    private List<DueCallback> wanted(List<DueCallback> rows) {
        Map<NotifyConfigId, Integer> room = new HashMap<>();
        List<DueCallback> wanted = new ArrayList<>();
        for (DueCallback row : rows) {
            if (loop.holds(row.callbackId()) || !claims.isTakeable(row)) continue;
            if (endpoints.isDisabled(row.configId())) {
                slots.note(row.configId(), Hold.DISABLED);
                if (!resting.isOver(row)) resting.add(row);
                else if (wanted.size() < properties.dueClaim()) wanted.add(row);
            } else if (room.computeIfAbsent(row.configId(), this::roomFor) <= 0) {
                surplus.add(row);
            } else if (wanted.size() < properties.dueClaim()) {
                room.merge(row.configId(), -1, Integer::sum);
                wanted.add(row);
            }
        }
        return wanted;
    }
}
