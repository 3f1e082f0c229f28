package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccessKeyRevoked;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.AccountTokenIssued;
import io.curtaincall.events.account.AccountEvent.AccountTokenRevoked;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The accounts, in memory. */
public final class Accounts {
    /** How many days the callback records of an account are kept of which nothing else was said. */
    private static final int USUAL_RECORD_DAYS = 400;

    private final Map<AccountId, Account> byId = new ConcurrentHashMap<>();
    private final Map<AccountId, Integer> recordDays = new ConcurrentHashMap<>();

    public Optional<Account> byId(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** How many days the account's callback records are kept at least. */
    public int recordDays(AccountId id) {
        return recordDays.getOrDefault(id, USUAL_RECORD_DAYS);
    }

    /** All accounts, oldest first. */
    public List<Account> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Account::openedAt)
                        .thenComparing(account -> account.accountId().value()))
                .toList();
    }

    void apply(AccountEvent event) {
        switch (event) {
            case AccountOpened opened -> byId.putIfAbsent(opened.accountId(), Account.of(opened));
            case RecordRetentionSet set -> recordDays.put(set.accountId(), set.days());
            case AccessKeyIssued issued -> {}
            case AccessKeyRevoked revoked -> {}
            case AccountTokenIssued issued -> {}
            case AccountTokenRevoked revoked -> {}
        }
    }
}
