package io.curtaincall.dialects.port;

import io.curtaincall.events.live.Topic;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A notify config as a dialect sees it.
 *
 * @param signing the scheme by which callbacks are signed, {@code none} without a key
 * @param key the signing key in clear: sealed before it is stored, never logged
 * @param onDemandUrl who is asked whether to record, null if nobody is
 */
public record DialectConfig(
        ConfigScope scope,
        String url,
        Set<Topic> topics,
        String signing,
        @Nullable String key,
        @Nullable String onDemandUrl) {

    @Override
    public String toString() {
        return "DialectConfig[" + scope + ", " + url + "]";
    }
}
