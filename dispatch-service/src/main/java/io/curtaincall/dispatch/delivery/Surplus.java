package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Due callbacks that a limit or an open circuit keeps waiting: they are due again when their turn may have come, so that
 * they do not stand before those of others in every round.
 */
final class Surplus {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final DueCallbacks dueCallbacks;
    private final EndpointSlots slots;
    private final Clock clock;
    private final Map<NotifyConfigId, Integer> seen = new HashMap<>();
    private final Map<NotifyConfigId, List<CallbackId>> waiting = new HashMap<>();

    Surplus(DueCallbacks dueCallbacks, EndpointSlots slots, Clock clock) {
        this.dueCallbacks = dueCallbacks;
        this.slots = slots;
        this.clock = clock;
    }

    void add(DueCallback row) {
        waiting.computeIfAbsent(row.configId(), id -> new ArrayList<>()).add(row.callbackId());
    }

    /** @param last whether the next round begins from the front again */
    void settle(boolean last) {
        waiting.forEach(this::settle);
        waiting.clear();
        if (last) seen.clear();
    }

    private void settle(NotifyConfigId configId, List<CallbackId> rows) {
        int before = seen.merge(configId, rows.size(), Integer::sum);
        slots.held(configId, before).ifPresent(held -> {
            slots.held(configId, held.by());
            Instant until = clock.instant().plus(within(held.pause()));
            dueCallbacks.postpone(rows, until);
        });
    }

    private static Duration within(Duration wait) {
        if (wait.compareTo(SHORTEST) < 0) return SHORTEST;
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
