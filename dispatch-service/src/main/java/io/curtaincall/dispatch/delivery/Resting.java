package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.callback.Verdict;
import io.curtaincall.events.callback.Verdict.Abandoned;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Due callbacks whose config is switched off. They rest until it is switched on again or removed, which wakes them; the
 * longer they have, the less often they are looked at. None rests for longer than any schedule may last.
 */
final class Resting {
    private static final Duration LIFE = Duration.ofDays(8);
    private static final Duration LONGEST = Duration.ofHours(1);
    private static final int PART = 4;
    private static final String DISABLED = "the notify config is disabled: ";

    private final DueCallbacks dueCallbacks;
    private final Endpoints endpoints;
    private final Clock clock;
    private final Duration shortest;
    private final Map<Duration, List<CallbackId>> waiting = new HashMap<>();
    private final Set<NotifyConfigId> configs = new HashSet<>();

    Resting(DueCallbacks dueCallbacks, Endpoints endpoints, Clock clock, Duration shortest) {
        this.dueCallbacks = dueCallbacks;
        this.endpoints = endpoints;
        this.clock = clock;
        this.shortest = shortest;
    }

    /** Whether it has rested for as long as any may, and is to be opened so that it can be abandoned. */
    boolean isOver(DueCallback row) {
        return !clock.instant().isBefore(endOf(row.begunAt()));
    }

    /** Why a callback is given up that has rested for as long as any may, empty if it has not. */
    Optional<String> over(Delivery delivery) {
        Instant end = endOf(delivery.event().reportedAt());
        boolean over =
                endpoints.isDisabled(delivery.configId()) && !clock.instant().isBefore(end);
        return over
                ? Optional.of(DISABLED + delivery.configId() + ", and the callback was not delivered until " + end)
                : Optional.empty();
    }

    private static Instant endOf(Instant begunAt) {
        return begunAt.plus(LIFE);
    }

    /** Whether that is why it was abandoned; it says nothing of the receiver. */
    static boolean was(Verdict verdict) {
        return verdict instanceof Abandoned abandoned && abandoned.reason().startsWith(DISABLED);
    }

    void add(DueCallback row) {
        Instant now = clock.instant();
        Duration waited = Duration.between(row.since(), now);
        Duration left = Duration.between(now, endOf(row.begunAt()));
        waiting.computeIfAbsent(pause(shortest, waited, left), pause -> new ArrayList<>())
                .add(row.callbackId());
        configs.add(row.configId());
    }

    /** Puts those added to rest. A config that was switched on meanwhile has perhaps woken its callbacks before that. */
    void settle() {
        Instant now = clock.instant();
        waiting.forEach((pause, rows) -> dueCallbacks.rest(rows, now.plus(pause)));
        configs.stream()
                .filter(configId -> !endpoints.isDisabled(configId))
                .forEach(configId -> dueCallbacks.wake(configId, now));
        waiting.clear();
        configs.clear();
    }

    /** One of few, so that many rows are put to rest by few writes: the shortest, doubled as often as may be. */
    static Duration pause(Duration shortest, Duration waited, Duration left) {
        Duration longest = min(LONGEST, min(waited.dividedBy(PART), left));
        Duration pause = shortest;
        while (pause.multipliedBy(2).compareTo(longest) <= 0) pause = pause.multipliedBy(2);
        return pause;
    }

    private static Duration min(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
