package io.curtaincall.dialects.port;

import io.curtaincall.events.live.Topic;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A notify config as a dialect sees it.
 *
 * @param signing the scheme by which callbacks are signed, {@code none} if they are not
 * @param key the signing key in clear: sealed before it is stored, never logged; kept while nothing is signed
 * @param onDemandUrl who is asked whether to record, null if nobody is
 * @param wording what the dialect wants to read back as it was sent and nobody else minds; nothing secret
 */
public record DialectConfig(
        ConfigScope scope,
        String url,
        Set<Topic> topics,
        String signing,
        @Nullable String key,
        @Nullable String onDemandUrl,
        Map<String, String> wording) {
    public DialectConfig {
        wording = Map.copyOf(wording);
    }

    public DialectConfig(
            ConfigScope scope,
            String url,
            Set<Topic> topics,
            String signing,
            @Nullable String key,
            @Nullable String onDemandUrl) {
        this(scope, url, topics, signing, key, onDemandUrl, Map.of());
    }

    @Override
    public String toString() {
        return "DialectConfig[" + scope + ", " + url + "]";
    }
}
