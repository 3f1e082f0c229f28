package io.curtaincall.events.account;

import java.time.Instant;

/** What has happened to an account. Stored for ever: see docs/events.md before editing. */
public sealed interface AccountEvent {
    AccountId accountId();

    /** @param tokenHash lower-case hex SHA-256 of the bearer token, the token itself is never stored */
    record AccountOpened(AccountId accountId, String projectId, String tokenHash, Instant openedAt)
            implements AccountEvent {}

    record AccessKeyIssued(AccountId accountId, String accessKeyId, SealedSecret secret, Instant issuedAt)
            implements AccountEvent {}

    /** @param days how long callback records are kept at least; their events are for ever */
    record RecordRetentionSet(AccountId accountId, int days, Instant setAt) implements AccountEvent {}
}
