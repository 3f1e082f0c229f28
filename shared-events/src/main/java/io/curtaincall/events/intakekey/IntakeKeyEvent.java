package io.curtaincall.events.intakekey;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import java.time.Instant;

/** What has happened to the keys an account signs its reports with. Stored for ever: see docs/events.md before editing. */
public sealed interface IntakeKeyEvent {
    AccountId accountId();

    IntakeKeyId keyId();

    record IntakeKeyIssued(AccountId accountId, IntakeKeyId keyId, SealedSecret secret, Instant issuedAt)
            implements IntakeKeyEvent {}

    /** Nothing that this key signed is taken any more. */
    record IntakeKeyRevoked(AccountId accountId, IntakeKeyId keyId, Instant revokedAt) implements IntakeKeyEvent {}
}
