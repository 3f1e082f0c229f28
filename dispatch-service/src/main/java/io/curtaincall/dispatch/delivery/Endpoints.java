package io.curtaincall.dispatch.delivery;

import io.curtaincall.directory.Directory;
import io.curtaincall.dispatch.sending.Passports;
import io.curtaincall.dispatch.sending.Target;
import io.curtaincall.dispatch.signing.Signers;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The endpoints of the configs' newest versions; secrets are opened once for each version. */
final class Endpoints {
    private final Directory directory;
    private final Signers signers;
    private final Passports passports;
    private final Map<NotifyConfigId, Opened> opened = new ConcurrentHashMap<>();
    /** Versions of configs whose receivers said that they are gone, until config has disabled them. */
    private final Map<NotifyConfigId, Long> refused = new ConcurrentHashMap<>();

    private record Opened(long version, Endpoint endpoint) {}

    Endpoints(Directory directory, Signers signers, Passports passports) {
        this.directory = directory;
        this.signers = signers;
        this.passports = passports;
    }

    /** @param knownUpTo position at which the config was there */
    Endpoint of(NotifyConfigId configId, long knownUpTo) {
        Optional<NotifyConfigVersion> config = directory.notifyConfigs().byId(configId);
        if (config.isPresent()) return of(config.get());
        opened.remove(configId);
        return directory.position() < knownUpTo ? new Endpoint.NotKnownYet() : new Endpoint.Removed();
    }

    /** The newest version of the config, 0 if it is gone or not known. */
    long versionOf(NotifyConfigId configId) {
        return directory
                .notifyConfigs()
                .byId(configId)
                .map(NotifyConfigVersion::version)
                .orElse(0L);
    }

    /** Whose the config is and whom it calls; of one that is gone or not known only itself. */
    FairShares.Party partyOf(NotifyConfigId configId) {
        return directory
                .notifyConfigs()
                .byId(configId)
                .map(config -> new FairShares.Party(config.accountId().value(), receiverOf(config)))
                .orElseGet(() -> new FairShares.Party(configId.value(), configId.value()));
    }

    private static String receiverOf(NotifyConfigVersion config) {
        return Target.receiverOf(config.url()).orElse(config.configId().value());
    }

    boolean isDisabled(NotifyConfigId configId) {
        return directory.notifyConfigs().byId(configId).filter(this::isDisabled).isPresent();
    }

    private boolean isDisabled(NotifyConfigVersion config) {
        return !config.enabled() || refused.getOrDefault(config.configId(), 0L) >= config.version();
    }

    /** The receiver of this version wants no callbacks any more: from now on, not when config has heard of it. */
    void refuse(NotifyConfigId configId, long version) {
        refused.merge(configId, version, Math::max);
    }

    /** Whether there is no such config, as far as this process knows. */
    boolean isGone(NotifyConfigId configId) {
        return directory.notifyConfigs().byId(configId).isEmpty();
    }

    void forgetTheGone() {
        opened.keySet().removeIf(this::isGone);
        refused.keySet().removeIf(this::isGone);
    }

    private Endpoint of(NotifyConfigVersion config) {
        if (isDisabled(config)) return new Endpoint.Disabled();
        Opened known = opened.get(config.configId());
        if (known != null && known.version() == config.version()) return known.endpoint();
        Opened fresh = new Opened(config.version(), open(config));
        // a key that is not at hand may come yet
        if (fresh.endpoint() instanceof Endpoint.Open) opened.put(config.configId(), fresh);
        return fresh.endpoint();
    }

    private Endpoint open(NotifyConfigVersion config) {
        try {
            return new Endpoint.Open(
                    config.version(),
                    Target.of(config.url()),
                    signers.of(config),
                    passports.of(config),
                    config.limits());
        } catch (IllegalArgumentException | IllegalStateException e) {
            return new Endpoint.Unusable(config.version(), "not sent: " + e.getMessage());
        }
    }
}
