package io.curtaincall.dispatch.delivery;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Places of which an account may have three quarters of what the other accounts leave, and each of its receivers a part
 * of what the account's other receivers leave. So whatever some take, there is room for who comes next.
 */
final class FairShares {
    private final int all;
    private final int part;
    private final Map<String, Integer> ofAccounts = new HashMap<>();
    private final Map<Party, Integer> ofReceivers = new HashMap<>();
    private int taken;

    /**
     * Whose place it is.
     *
     * @param receiver host and port: who names one receiver in many configs has its share once
     */
    record Party(String account, String receiver) {}

    /** @param part a receiver may have one of so many parts */
    FairShares(int all, int part) {
        this.all = all;
        this.part = part;
    }

    synchronized boolean take(Party party) {
        if (room(party) == 0) return false;
        add(party, 1);
        return true;
    }

    synchronized void giveBack(Party party) {
        add(party, -1);
    }

    private void add(Party party, int count) {
        taken += count;
        ofAccounts.merge(party.account(), count, FairShares::sum);
        ofReceivers.merge(party, count, FairShares::sum);
    }

    /** Null, which forgets it, in place of nothing. */
    private static @Nullable Integer sum(Integer before, Integer more) {
        int now = before + more;
        return now == 0 ? null : now;
    }

    /** How many more it may take now. */
    synchronized int room(Party party) {
        int account = ofAccounts.getOrDefault(party.account(), 0);
        int receiver = ofReceivers.getOrDefault(party, 0);
        int share = Math.max(1, (all - taken + account) * 3 / 4);
        int receiverShare = Math.max(1, (share - account + receiver) / part);
        int left = Math.min(share - account, receiverShare - receiver);
        return Math.max(0, Math.min(left, all - taken));
    }

    synchronized int taken() {
        return taken;
    }
}
