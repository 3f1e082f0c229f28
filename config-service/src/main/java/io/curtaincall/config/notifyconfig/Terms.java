package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Dialect;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import io.curtaincall.events.notifyconfig.Sending;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What an account wants of a notify config: all it may choose but the secret. */
record Terms(
        String domain,
        String app,
        String url,
        Set<Topic> topics,
        String format,
        String scheme,
        boolean enabled,
        @Nullable OnDemand onDemand,
        @Nullable List<String> channels,
        @Nullable Retry retry,
        @Nullable Limits limits,
        @Nullable Dialect dialect,
        @Nullable Sending sending) {

    Terms(String domain, String app, String url, Set<Topic> topics, String format, String scheme, boolean enabled) {
        this(domain, app, url, topics, format, scheme, enabled, null, null, null, null, null, null);
    }

    static Terms of(NotifyConfigVersion config) {
        return new Terms(
                config.domain(),
                config.app(),
                config.url(),
                config.topics(),
                config.format(),
                config.signing().scheme(),
                config.enabled(),
                config.onDemand(),
                config.channels(),
                config.retry(),
                config.limits(),
                config.dialect(),
                config.sending());
    }

    boolean isSigned() {
        return !scheme.equals(Signing.NONE);
    }

    NotifyConfigVersion version(NotifyConfigId id, long version, AccountId owner, Signing signing) {
        return new NotifyConfigVersion(
                id, version, owner, domain, app, url, topics, format, signing, enabled, onDemand, channels, retry,
                limits, dialect, sending);
    }
}
