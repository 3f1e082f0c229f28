package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent;
import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountEvent.RecordRetentionSet;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.OperatorEvent.OperatorTokenIssued;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The accounts and the operator's token, in memory. */
public final class Accounts {
    /** How many days the callback records of an account are kept of which nothing else was said. */
    private static final int USUAL_RECORD_DAYS = 400;

    private final Map<AccountId, Account> byId = new ConcurrentHashMap<>();
    private final Map<String, AccountId> byTokenHash = new ConcurrentHashMap<>();
    private final Map<String, AccessKeyIssued> accessKeys = new ConcurrentHashMap<>();
    private final Map<AccountId, Integer> recordDays = new ConcurrentHashMap<>();
    private volatile @Nullable String operatorTokenHash;

    public Optional<Account> byId(AccountId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** The account whose bearer token has this hash (lower-case hex SHA-256). */
    public Optional<Account> byTokenHash(String hash) {
        return Optional.ofNullable(byTokenHash.get(hash)).flatMap(this::byId);
    }

    /** The access key of this id, which says whose it is; an id stays with the account that had it first. */
    public Optional<AccessKeyIssued> accessKey(String accessKeyId) {
        return Optional.ofNullable(accessKeys.get(accessKeyId));
    }

    /** How many days the account's callback records are kept at least. */
    public int recordDays(AccountId id) {
        return recordDays.getOrDefault(id, USUAL_RECORD_DAYS);
    }

    public boolean isOperatorToken(String hash) {
        return hash.equals(operatorTokenHash);
    }

    public boolean operatorTokenIssued() {
        return operatorTokenHash != null;
    }

    /** All accounts, oldest first. */
    public List<Account> all() {
        return byId.values().stream()
                .sorted(Comparator.comparing(Account::openedAt)
                        .thenComparing(account -> account.accountId().value()))
                .toList();
    }

    void apply(OperatorTokenIssued event) {
        operatorTokenHash = event.tokenHash();
    }

    void apply(AccountEvent event) {
        switch (event) {
            case AccountOpened opened -> {
                byId.putIfAbsent(opened.accountId(), Account.of(opened));
                byTokenHash.put(opened.tokenHash(), opened.accountId());
            }
            case AccessKeyIssued issued -> {
                byId.computeIfPresent(issued.accountId(), (id, account) -> account.with(issued));
                accessKeys.putIfAbsent(issued.accessKeyId(), issued);
            }
            case RecordRetentionSet set -> recordDays.put(set.accountId(), set.days());
        }
    }
}
