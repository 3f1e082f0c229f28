package io.curtaincall.dialects.admission;

import io.curtaincall.access.caller.Rights;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Role;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** An account's configs for who may not do everything with them; keys are told to who could write them back only. */
record GuardedConfigs(DialectConfigs configs, Rights rights) implements DialectConfigs {
    private static final String NOT_TOLD = "******";

    @Override
    public Kept add(DialectConfig config) {
        requireWriting(config.scope());
        return configs.add(config);
    }

    @Override
    public Optional<DialectConfig> find(ConfigScope scope) {
        rights.requireDomain(scope.domain());
        return configs.find(scope).map(this::told);
    }

    @Override
    public Optional<Kept> byId(AccountId account, String format, String id) {
        return configs.byId(account, format, id).filter(this::isSeen).map(this::told);
    }

    @Override
    public List<Kept> all(AccountId account, String format) {
        return configs.all(account, format).stream()
                .filter(this::isSeen)
                .map(this::told)
                .toList();
    }

    @Override
    public Kept change(ConfigScope scope, UnaryOperator<DialectConfig> change) {
        requireWriting(scope);
        return configs.change(scope, change);
    }

    @Override
    public void remove(ConfigScope scope) {
        requireWriting(scope);
        configs.remove(scope);
    }

    private void requireWriting(ConfigScope scope) {
        rights.require(Role.WRITE);
        rights.requireDomain(scope.domain());
    }

    private boolean isSeen(Kept kept) {
        return rights.cover(kept.config().scope().domain());
    }

    private Kept told(Kept kept) {
        return new Kept(kept.id(), told(kept.config()), kept.addedAt(), kept.changedAt());
    }

    private DialectConfig told(DialectConfig config) {
        if (config.key() == null || rights.include(Role.WRITE)) return config;
        return new DialectConfig(
                config.scope(),
                config.url(),
                config.topics(),
                config.signing(),
                NOT_TOLD,
                config.onDemandUrl(),
                config.wording());
    }
}
