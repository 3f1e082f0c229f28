package io.curtaincall.directory;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.intakekey.IntakeKeyEvent;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyIssued;
import io.curtaincall.events.intakekey.IntakeKeyEvent.IntakeKeyRevoked;
import io.curtaincall.events.intakekey.IntakeKeyId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The keys that reports may be signed with, in memory. */
public final class IntakeKeys {
    private final Map<IntakeKeyId, IntakeKeyIssued> byId = new ConcurrentHashMap<>();

    public Optional<IntakeKeyIssued> byId(IntakeKeyId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The account's live keys ordered by id. */
    public List<IntakeKeyIssued> ofAccount(AccountId accountId) {
        return byId.values().stream()
                .filter(key -> key.accountId().equals(accountId))
                .sorted(Comparator.comparing(key -> key.keyId().value()))
                .toList();
    }

    public Collection<IntakeKeyIssued> all() {
        return byId.values();
    }

    void apply(IntakeKeyEvent event) {
        switch (event) {
            case IntakeKeyIssued issued -> byId.put(issued.keyId(), issued);
            case IntakeKeyRevoked revoked -> byId.remove(revoked.keyId());
        }
    }
}
