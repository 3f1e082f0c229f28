package io.curtaincall.events.account;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What has happened to the operator's credentials. Stored for ever: see docs/events.md before editing. */
public sealed interface OperatorEvent {
    /** @param tokenHash lower-case hex SHA-256 of the operator's bearer token; it replaces any earlier of this event */
    record OperatorTokenIssued(String tokenHash, Instant issuedAt) implements OperatorEvent {
        public String tokenId() {
            return idOfUnnamed(tokenHash);
        }
    }

    /** One more token beside the operator's others. */
    record OperatorTokenAdded(
            String tokenId,
            String tokenHash,
            Grant grant,
            @Nullable String note,
            Instant addedAt) implements OperatorEvent {}

    /** @param from nobody is known by it then or later */
    record OperatorTokenRevoked(String tokenId, Instant from, Instant revokedAt) implements OperatorEvent {}

    /** The id of a token whose event gives it none. */
    static String idOfUnnamed(String tokenHash) {
        return "tk_" + tokenHash.substring(0, Math.min(16, tokenHash.length()));
    }
}
