package io.curtaincall.directory;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigDisabled;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Every notify config in its newest version, in memory. */
public final class NotifyConfigs {
    private final Map<NotifyConfigId, NotifyConfigVersion> byId = new ConcurrentHashMap<>();
    private final Map<String, Map<String, NotifyConfigVersion>> byDomain = new ConcurrentHashMap<>();
    private final Map<NotifyConfigId, NotifyConfigDisabled> disabled = new ConcurrentHashMap<>();

    public Optional<NotifyConfigVersion> byId(NotifyConfigId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** What disabled it, unless that was its owner. */
    public Optional<NotifyConfigDisabled> disabled(NotifyConfigId id) {
        return Optional.ofNullable(disabled.get(id));
    }

    /** The domain's configs of every account, disabled ones too, ordered by id. */
    public Collection<NotifyConfigVersion> ofDomain(String domain) {
        return byDomain.getOrDefault(domain, Map.of()).values();
    }

    /** The account's configs ordered by id. */
    public List<NotifyConfigVersion> ofAccount(AccountId accountId) {
        return byId.values().stream()
                .filter(config -> config.accountId().equals(accountId))
                .sorted(Comparator.comparing(config -> config.configId().value()))
                .toList();
    }

    public Collection<NotifyConfigVersion> all() {
        return byId.values();
    }

    void apply(NotifyConfigEvent event) {
        switch (event) {
            case NotifyConfigAdded added -> put(added.config());
            case NotifyConfigChanged changed -> {
                disabled.remove(changed.configId());
                put(changed.config());
            }
            case NotifyConfigDisabled off -> {
                disabled.put(off.configId(), off);
                put(off.config());
            }
            case NotifyConfigRemoved removed -> remove(removed.configId());
        }
    }

    private void put(NotifyConfigVersion config) {
        NotifyConfigVersion known = byId.put(config.configId(), config);
        if (known != null && !known.domain().equals(config.domain())) forget(known);
        byDomain.computeIfAbsent(config.domain(), domain -> new ConcurrentSkipListMap<>())
                .put(config.configId().value(), config);
    }

    private void remove(NotifyConfigId id) {
        disabled.remove(id);
        NotifyConfigVersion known = byId.remove(id);
        if (known != null) forget(known);
    }

    private void forget(NotifyConfigVersion config) {
        byDomain.computeIfPresent(config.domain(), (domain, configs) -> {
            configs.remove(config.configId().value());
            return configs;
        });
    }
}
