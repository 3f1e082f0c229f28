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

    private final String what;
    private final Map<String, Held> byId = new HashMap<>();

    /** @param what one of them is called */
    HeldCredentials(String what) {
        this.what = what;
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

    void issued(String id, Grant grant, @Nullable String note) {
        byId.putIfAbsent(id, new Held(grant, note, null));
    }

    void ended(String id, Instant from) {
        byId.computeIfPresent(id, (it, held) -> new Held(held.grant(), held.note(), from));
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
        long holding = byId.values().stream().filter(held -> held.holdsAt(now)).count();
        if (holding >= MOST) throw new Conflict("there are " + MOST + " of this kind already").refused();
    }

    /** @throws io.curtaincall.access.problem.RefusedException if without this one nobody could operate any more */
    void requireAnotherOperator(String id) {
        boolean another = byId.entrySet().stream()
                .anyMatch(
                        entry -> !entry.getKey().equals(id) && entry.getValue().operatesForEver());
        if (!another) throw new Conflict("this is the last token of the role operator, rotate it").refused();
    }
}
