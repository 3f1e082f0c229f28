package io.curtaincall.events.notifyconfig;

import io.curtaincall.events.account.SealedSecret;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of the keys that sign a config's callbacks.
 *
 * @param id told with each attempt that it signed; unique within the config
 * @param publicKey what receivers verify with, null where that is the secret itself
 * @param until from when on it signs no more, null for never
 */
public record NamedKey(
        String id,
        SealedSecret secret,
        @Nullable String publicKey,
        @Nullable Instant until) {
    public boolean signsAt(Instant time) {
        return until == null || until.isAfter(time);
    }
}
