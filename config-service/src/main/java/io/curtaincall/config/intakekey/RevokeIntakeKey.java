package io.curtaincall.config.intakekey;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.intakekey.IntakeKeyId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record RevokeIntakeKey(AccountId accountId, IntakeKeyId keyId) {
    @TargetAggregateIdentifier
    String streamId() {
        return IntakeKeys.streamId(accountId);
    }
}
