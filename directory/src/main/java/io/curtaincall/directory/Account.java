package io.curtaincall.directory;

import io.curtaincall.events.account.AccountEvent.AccountOpened;
import io.curtaincall.events.account.AccountId;
import java.time.Instant;

/** One tenant as the events so far tell it. */
public record Account(AccountId accountId, String projectId, Instant openedAt) {
    static Account of(AccountOpened event) {
        return new Account(event.accountId(), event.projectId(), event.openedAt());
    }
}
