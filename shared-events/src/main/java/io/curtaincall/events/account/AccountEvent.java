package io.curtaincall.events.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to an account. Stored for ever: see docs/events.md before editing. */
public sealed interface AccountEvent {
    AccountId accountId();

    /** @param tokenHash lower-case hex SHA-256 of the bearer token, the token itself is never stored */
    record AccountOpened(AccountId accountId, String projectId, String tokenHash, Instant openedAt)
            implements AccountEvent {
        /** Of the token that came with the account. */
        public String tokenId() {
            return OperatorEvent.idOfUnnamed(tokenHash);
        }
    }

    /**
     * @param grant null in events from before there were roles: {@link Grant#UNLIMITED}
     * @param note what its owner wants to remember of it
     */
    record AccessKeyIssued(
            AccountId accountId,
            String accessKeyId,
            SealedSecret secret,
            Instant issuedAt,
            @Nullable Grant grant,
            @Nullable String note)
            implements AccountEvent {
        public AccessKeyIssued(AccountId accountId, String accessKeyId, SealedSecret secret, Instant issuedAt) {
            this(accountId, accessKeyId, secret, issuedAt, null, null);
        }
    }

    /** @param from nobody is known by it then or later */
    record AccessKeyRevoked(AccountId accountId, String accessKeyId, Instant from, Instant revokedAt)
            implements AccountEvent {}

    /** One more bearer token beside the account's others. */
    record AccountTokenIssued(
            AccountId accountId,
            String tokenId,
            String tokenHash,
            Grant grant,
            @Nullable String note,
            Instant issuedAt) implements AccountEvent {}

    /** @param from nobody is known by it then or later */
    record AccountTokenRevoked(AccountId accountId, String tokenId, Instant from, Instant revokedAt)
            implements AccountEvent {}

    /** @param days how long callback records are kept at least; their events are for ever */
    record RecordRetentionSet(AccountId accountId, int days, Instant setAt) implements AccountEvent {}
}
