package io.curtaincall.config.intakekey;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.intakekey.IntakeKeyId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record IssueIntakeKey(AccountId accountId, IntakeKeyId keyId, SealedSecret secret) {
    @TargetAggregateIdentifier
    String streamId() {
        return IntakeKeys.streamId(accountId);
    }
}
