package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** @param publicKey null where receivers verify with the secret */
record AddNotifyConfig(
        @TargetAggregateIdentifier NotifyConfigId configId,
        AccountId accountId,
        Terms terms,
        @Nullable SealedSecret secret,
        @Nullable String publicKey) {

    AddNotifyConfig(NotifyConfigId configId, AccountId accountId, Terms terms, @Nullable SealedSecret secret) {
        this(configId, accountId, terms, secret, null);
    }
}
