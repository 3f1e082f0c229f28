package io.curtaincall.events.account;

import java.time.Instant;

/** What has happened to the operator's credentials. Stored for ever: see docs/events.md before editing. */
public sealed interface OperatorEvent {
    /** @param tokenHash lower-case hex SHA-256 of the operator's bearer token; it replaces any earlier one */
    record OperatorTokenIssued(String tokenHash, Instant issuedAt) implements OperatorEvent {}
}
