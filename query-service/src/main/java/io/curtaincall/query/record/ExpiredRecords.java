package io.curtaincall.query.record;

import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Takes rows whose time is over out of the read model, the oldest day first: its rows, a bounded number at a time, then
 * what was counted of it. Any process may do so, be it at the same time as others or after one that ended in between.
 */
@Component
public class ExpiredRecords {
    private static final int AT_ONCE = 1_000;

    private final CallbackRecords records;
    private final ExpiredTotals totals;

    ExpiredRecords(CallbackRecords records, ExpiredTotals totals) {
        this.records = records;
        this.totals = totals;
    }

    /** @return whether there is more to remove */
    public boolean removeSome(AccountId account, Instant keptFrom) {
        Optional<Span> day = totals.oldestDay(account, keptFrom);
        if (day.isEmpty()) return false;
        if (records.removeSome(account, day.get(), AT_ONCE) < AT_ONCE) totals.forget(account, day.get());
        return true;
    }
}
