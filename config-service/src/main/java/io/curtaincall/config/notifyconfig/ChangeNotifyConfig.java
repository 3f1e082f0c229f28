package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the version the caller has seen
 * @param newSecret null to keep those there are, or none where nothing is signed
 * @param publicKey that of the new secret, null where receivers verify with that
 */
record ChangeNotifyConfig(
        @TargetAggregateIdentifier NotifyConfigId configId,
        long expected,
        Terms terms,
        @Nullable SealedSecret newSecret,
        @Nullable String publicKey) {

    ChangeNotifyConfig(NotifyConfigId configId, long expected, Terms terms, @Nullable SealedSecret newSecret) {
        this(configId, expected, terms, newSecret, null);
    }
}
