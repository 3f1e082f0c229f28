package io.curtaincall.directory;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Which account owns which streaming domain, in memory. */
public final class Domains {
    private final Map<String, AccountId> owners = new ConcurrentHashMap<>();

    public Optional<AccountId> ownerOf(String domain) {
        return Optional.ofNullable(owners.get(domain));
    }

    /** Every owned domain with its owner, ordered by domain. */
    public SortedMap<String, AccountId> all() {
        return new TreeMap<>(owners);
    }

    void apply(DomainAssigned event) {
        owners.put(event.domain(), event.accountId());
    }
}
