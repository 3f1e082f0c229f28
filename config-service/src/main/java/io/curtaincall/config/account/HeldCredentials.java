package io.curtaincall.config.account;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The tokens of one owner, or its access keys, as far as it matters for what may become of them. */
final class HeldCredentials {
    /** More than anybody can keep apart; each is kept in the memory of every process. */
    private static final int MOST = 100;

    /** Longer than clocks are apart: what is over for so long by one of them is over by all. */
    private static final Duration SURELY_OVER = Duration.ofDays(1);

    private final String what;
    private final RecentIssues recent;
    private final Map<String, Held> byId = new HashMap<>();

    /**
     * @param what one of them is called
     * @param recent those of the owner, of whatever kind
     */
    HeldCredentials(String what, RecentIssues recent) {
        this.what = what;
        this.recent = recent;
    }

    /** @param endsAt null if no end is known */
    record Held(
            Grant grant, @Nullable String note, @Nullable Instant endsAt) {
        boolean holdsAt(Instant now) {
            return endsAt == null || now.isBefore(endsAt);
        }

        /** What ends sooner anyway is not kept alive by a rotation. */
        Instant endAfter(Duration overlap, Instant now) {
            Instant end = now.plus(overlap);
            return endsAt != null && endsAt.isBefore(end) ? endsAt : end;
        }

        private boolean operatesForEver() {
            return grant.role() == Role.OPERATOR && endsAt == null;
        }
    }

    void issued(String id, Grant grant, @Nullable String note, Instant at) {
        Instant over = at.minus(SURELY_OVER);
        byId.values().removeIf(held -> !held.holdsAt(over));
        recent.add(at);
        byId.putIfAbsent(id, new Held(grant, note, null));
    }

    /** What ends for good is forgotten: to whoever asks for it there is none. */
    void ended(String id, Instant from) {
        if (from.equals(Instant.MIN)) byId.remove(id);
        else byId.computeIfPresent(id, (it, held) -> new Held(held.grant(), held.note(), from));
    }

    void forget(String id) {
        byId.remove(id);
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there is none, or not any more */
    Held require(String id, Instant now) {
        Held held = byId.get(id);
        if (held == null || !held.holdsAt(now)) throw new NotFound(what, id).refused();
        return held;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if there are as many as there may be */
    void requireRoom(Instant now) {
        requireRoom(now, 0);
    }

    /**
     * The same for the successor of one that holds.
     *
     * @param end of that one
     * @throws io.curtaincall.access.problem.RefusedException if there are as many as there may be
     */
    void requireRoomForSuccessor(Instant end, Instant now) {
        requireRoom(now, end.isAfter(now) ? 0 : 1);
    }

    private void requireRoom(Instant now, int ending) {
        recent.requireRoom(now);
        long holding = byId.values().stream().filter(held -> held.holdsAt(now)).count();
        if (holding - ending >= MOST) throw new Conflict("there are " + MOST + " of this kind already").refused();
    }

    /** @throws io.curtaincall.access.problem.RefusedException if without this one nobody could operate any more */
    void requireAnotherOperator(String id) {
        boolean another = byId.entrySet().stream()
                .anyMatch(
                        entry -> !entry.getKey().equals(id) && entry.getValue().operatesForEver());
        if (!another) throw new Conflict("this is the last token of the role operator, rotate it").refused();
    }
}
