package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the version the caller has seen
 * @param newSecret null to keep the one there is, or none where nothing is signed
 */
record ChangeNotifyConfig(
        @TargetAggregateIdentifier NotifyConfigId configId,
        long expected,
        Terms terms,
        @Nullable SealedSecret newSecret) {}
