package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent.AccessKeyIssued;
import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** One tenant as the events so far tell it. */
public record Account(
        AccountId accountId, String projectId, String tokenHash, Instant openedAt, List<AccessKeyIssued> accessKeys) {

    static Account of(AccountOpened event) {
        return new Account(event.accountId(), event.projectId(), event.tokenHash(), event.openedAt(), List.of());
    }

    /** Applying the same key twice changes nothing. */
    Account with(AccessKeyIssued key) {
        if (accessKeys.contains(key)) return this;
        List<AccessKeyIssued> keys =
                Stream.concat(accessKeys.stream(), Stream.of(key)).toList();
        return new Account(accountId, projectId, tokenHash, openedAt, keys);
    }
}
