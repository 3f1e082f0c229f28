package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.delivery.Throttle.Held;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Due callbacks that there is no room for. What a rate or an open circuit keeps waiting is due again when its turn may
 * have come, a slice of what can go together after the other, so that it does not stand before others' in every round.
 */
final class Surplus {
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);
    /** So many of one config that merely has no place rest a little too. */
    private static final int MANY = 5_000;

    private final DueCallbacks dueCallbacks;
    private final EndpointSlots slots;
    private final Endpoints endpoints;
    private final Clock clock;
    private final Map<NotifyConfigId, Integer> seen = new HashMap<>();
    private final Map<NotifyConfigId, List<DueCallback>> waiting = new HashMap<>();

    Surplus(DueCallbacks dueCallbacks, EndpointSlots slots, Endpoints endpoints, Clock clock) {
        this.dueCallbacks = dueCallbacks;
        this.slots = slots;
        this.endpoints = endpoints;
        this.clock = clock;
    }

    void add(DueCallback row) {
        waiting.computeIfAbsent(row.configId(), id -> new ArrayList<>()).add(row);
    }

    /** @param last whether the next round begins from the front again */
    void settle(boolean last) {
        Map<NotifyConfigId, List<DueCallback>> rows = Map.copyOf(waiting);
        waiting.clear();
        rows.forEach(this::settle);
        if (last) seen.clear();
    }

    private void settle(NotifyConfigId configId, List<DueCallback> rows) {
        int before = seen.getOrDefault(configId, 0);
        seen.put(configId, before + rows.size());
        long version = endpoints.versionOf(configId);
        Optional<Held> held = slots.waitOf(configId, version, before);
        Hold by = held.map(Held::by).orElse(Hold.CONCURRENCY_LIMIT);
        slots.note(configId, by);
        if (held.isPresent()) {
            inSlices(configId, version, rows, before);
        } else if (before > MANY) {
            rest(rows, by, SHORTEST.multipliedBy(2));
        } else {
            note(rows, by);
        }
    }

    /** Once for each. */
    private void note(List<DueCallback> rows, Hold by) {
        List<DueCallback> news =
                rows.stream().filter(row -> !row.held().contains(by)).toList();
        if (!news.isEmpty()) dueCallbacks.hold(ids(news), by);
    }

    private void inSlices(NotifyConfigId configId, long version, List<DueCallback> rows, int before) {
        for (int from = 0; from < rows.size(); ) {
            Held held = slots.waitOf(configId, version, before + from).orElse(null);
            if (held == null) return;
            boolean tail = held.together() > rows.size() - from || held.pause().compareTo(LONGEST) >= 0;
            int to = tail ? rows.size() : from + held.together();
            rest(rows.subList(from, to), held.by(), held.pause());
            from = to;
        }
    }

    private void rest(List<DueCallback> rows, Hold by, Duration pause) {
        Duration atLeast = pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
        Duration within = atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
        dueCallbacks.postpone(ids(rows), clock.instant().plus(within), by);
    }

    private static List<CallbackId> ids(List<DueCallback> rows) {
        return rows.stream().map(DueCallback::callbackId).toList();
    }
}
