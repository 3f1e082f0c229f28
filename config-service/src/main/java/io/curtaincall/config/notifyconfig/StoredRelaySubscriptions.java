package io.curtaincall.config.notifyconfig;

import io.curtaincall.dialects.port.RelaySubscription;
import io.curtaincall.dialects.port.RelaySubscriptions;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Signing;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A subscription is the notify config of an application's relays, and its id is the config's. */
@Component
class StoredRelaySubscriptions implements RelaySubscriptions {
    private static final Set<Topic> TOPICS = Set.of(Topic.MPU_STATE_CHANGED);

    private final ScopedConfigs configs;

    StoredRelaySubscriptions(ScopedConfigs configs) {
        this.configs = configs;
    }

    @Override
    public RelaySubscription add(AccountId account, String format, String appId, Set<String> channels, String url) {
        Scope.OfApplication scope = new Scope.OfApplication(account, format, appId);
        configs.add(scope, terms(scope, url, listed(channels), null), null);
        return find(account, format, appId).orElseThrow(() -> new IllegalStateException("removed again at once"));
    }

    @Override
    public Optional<RelaySubscription> find(AccountId account, String format, String appId) {
        return configs.find(new Scope.OfApplication(account, format, appId))
                .map(present -> subscription(appId, present.config(), present.addedAt()));
    }

    @Override
    public void change(
            AccountId account, String format, String appId, @Nullable Set<String> channels, @Nullable String url) {
        Scope scope = new Scope.OfApplication(account, format, appId);
        configs.change(scope, seen -> {
            List<String> newChannels = channels == null ? seen.channels() : listed(channels);
            Terms terms = terms(scope, url == null ? seen.url() : url, newChannels, seen);
            return new ChangeNotifyConfig(
                    seen.configId(), seen.version(), terms, seen.signing().secret());
        });
    }

    @Override
    public void remove(AccountId account, String format, String appId) {
        configs.remove(new Scope.OfApplication(account, format, appId));
    }

    private Terms terms(Scope scope, String url, @Nullable List<String> channels, @Nullable NotifyConfigVersion seen) {
        boolean enabled = seen == null || seen.enabled() || configs.isGivenUp(seen);
        return new Terms(
                scope.domain(),
                scope.app(),
                url,
                TOPICS,
                scope.format(),
                Signing.NONE,
                enabled,
                null,
                channels,
                seen == null ? null : seen.retry(),
                seen == null ? null : seen.limits(),
                null,
                seen == null ? null : seen.sending());
    }

    private static @Nullable List<String> listed(Set<String> channels) {
        return channels.isEmpty() ? null : List.copyOf(channels);
    }

    private static RelaySubscription subscription(String appId, NotifyConfigVersion config, Instant createdAt) {
        Set<String> channels = config.channels() == null ? Set.of() : new LinkedHashSet<>(config.channels());
        return new RelaySubscription(
                config.accountId(),
                appId,
                config.configId().value(),
                Collections.unmodifiableSet(channels),
                config.url(),
                createdAt);
    }
}
