package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/**
 * @param expected the version the caller has seen
 * @param publicKey null where receivers verify with the secret
 * @param overlap for how long the key that there is signs as well
 */
record RotateSigningKey(
        @TargetAggregateIdentifier NotifyConfigId configId,
        long expected,
        SigningScheme scheme,
        SealedSecret secret,
        @Nullable String publicKey,
        Duration overlap) {}
