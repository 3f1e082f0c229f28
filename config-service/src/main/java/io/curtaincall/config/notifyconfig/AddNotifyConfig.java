package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

record AddNotifyConfig(
        @TargetAggregateIdentifier NotifyConfigId configId,
        AccountId accountId,
        Terms terms,
        @Nullable SealedSecret secret) {}
