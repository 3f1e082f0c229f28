package io.curtaincall.dialects.admission;

import io.curtaincall.access.caller.Rights;
import io.curtaincall.dialects.port.CallbackRecords;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.RelaySubscriptions;
import io.curtaincall.events.account.AccountId;

/** An account that was let in, and what the key or token it showed lets it do. */
public record Admitted(AccountId account, Rights rights) {
    /**
     * The port as this one may use it; what it may not is refused as {@code Forbidden}. Operations reach ports by this
     * alone, so that none of them has to know of roles and domains.
     */
    @SuppressWarnings("unchecked") // each guard is the port it guards
    public <P> P over(P port) {
        Object guarded = switch (port) {
            case DialectConfigs configs -> new GuardedConfigs(configs, rights);
            case RelaySubscriptions subscriptions -> new GuardedSubscriptions(subscriptions, rights);
            case CallbackRecords records -> new GuardedRecords(records, rights);
            default -> throw new IllegalArgumentException("nobody guards " + port);
        };
        return (P) guarded;
    }
}
