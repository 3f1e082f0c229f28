package io.curtaincall.dispatch.intake;

import io.curtaincall.access.caller.Caller;
import io.curtaincall.access.caller.Caller.AccountCaller;
import io.curtaincall.events.account.AccountId;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/** What each account has, by all its tokens, under way of the intake: at most half of it, so that others find room beside a slow one. */
final class Share {
    private final Map<AccountId, Held> held = new ConcurrentHashMap<>();
    private final Held most;

    Share(int allRequests, int allBytes, int longestRequest) {
        most = new Held(Math.max(1, allRequests / 2), Math.max(longestRequest, allBytes / 2));
    }

    private record Held(int requests, int bytes) {
        static final Held NOTHING = new Held(0, 0);

        Held plus(Held more) {
            return new Held(requests + more.requests, bytes + more.bytes);
        }

        boolean isWithin(Held limit) {
            return requests <= limit.requests && bytes <= limit.bytes;
        }
    }

    /** False, and nothing taken, if that is more than the caller's share; the operator's is everything. */
    boolean take(Caller caller, int requests, int bytes) {
        if (!(caller instanceof AccountCaller account)) return true;
        boolean[] taken = {false};
        held.compute(account.accountId(), (who, before) -> {
            Held now = Objects.requireNonNullElse(before, Held.NOTHING).plus(new Held(requests, bytes));
            taken[0] = now.isWithin(most);
            return taken[0] ? now : before;
        });
        return taken[0];
    }

    void giveBack(Caller caller, int requests, int bytes) {
        if (!(caller instanceof AccountCaller account)) return;
        held.computeIfPresent(account.accountId(), (who, before) -> {
            Held left = before.plus(new Held(-requests, -bytes));
            return left.equals(Held.NOTHING) ? null : left;
        });
    }
}
