package io.curtaincall.dispatch.ondemand;

import io.curtaincall.events.account.AccountId;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many receivers are asked at once, in all and for each account, so that one account's slow receivers take no more
 * than its share. There is a bulkhead for each account that has somebody to ask, and accounts are in memory anyway.
 */
final class AskingSlots {
    private final Bulkhead all;
    private final int mostPerAccount;
    private final Map<AccountId, Bulkhead> byAccount = new ConcurrentHashMap<>();

    AskingSlots(int most, int mostPerAccount) {
        this.all = bulkhead("on-demand", most);
        this.mostPerAccount = mostPerAccount;
    }

    private static Bulkhead bulkhead(String name, int most) {
        return Bulkhead.of(
                name,
                BulkheadConfig.custom()
                        .maxConcurrentCalls(most)
                        .maxWaitDuration(Duration.ZERO)
                        .build());
    }

    /** Takes a slot, to be given back by {@link #giveBack}, or tells why there is none. */
    Optional<String> take(AccountId account) {
        Bulkhead own = of(account);
        if (!own.tryAcquirePermission()) return Optional.of("too many questions of this account are under way");
        if (all.tryAcquirePermission()) return Optional.empty();
        own.releasePermission();
        return Optional.of("too many questions are under way");
    }

    void giveBack(AccountId account) {
        all.onComplete();
        of(account).onComplete();
    }

    private Bulkhead of(AccountId account) {
        return byAccount.computeIfAbsent(account, id -> bulkhead("on-demand-" + id, mostPerAccount));
    }
}
