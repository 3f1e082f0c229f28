package io.curtaincall.dispatch.delivery;

import io.curtaincall.dispatch.sending.Passport;
import io.curtaincall.dispatch.sending.Target;
import io.curtaincall.dispatch.signing.Signer;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import org.jspecify.annotations.Nullable;

/** Where a config's callbacks go now. */
sealed interface Endpoint {
    /** To be called, as of this version of the config. */
    record Open(
            long version,
            Target target,
            Signer signer,
            Passport passport,
            @Nullable Limits limits) implements Endpoint {}

    /** Cannot be called as it is configured. */
    record Unusable(long version, String why) implements Endpoint {}

    /** Switched off for now: what is due stays due. */
    record Disabled() implements Endpoint {}

    /** The config is gone, and with it the wish to be called. */
    record Removed() implements Endpoint {}

    /** This process does not know yet. */
    record NotKnownYet() implements Endpoint {}
}
