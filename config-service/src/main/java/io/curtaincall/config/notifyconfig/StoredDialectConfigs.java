package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.domain.DomainNames;
import io.curtaincall.config.notifyconfig.ScopeStreams.Present;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Dialect;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Limits;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import io.curtaincall.events.notifyconfig.Sending;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a dialect does not know of a config stays as it is, its retries for one: see {@link Unworded}. */
@Component
class StoredDialectConfigs implements DialectConfigs {
    private final ScopedConfigs configs;
    private final SecretSealer sealer;

    StoredDialectConfigs(ScopedConfigs configs, SecretSealer sealer) {
        this.configs = configs;
        this.sealer = sealer;
    }

    /** What dialects have no words for. */
    private record Unworded(
            boolean enabled,
            boolean recordOnFailure,
            @Nullable Retry retry,
            @Nullable Limits limits,
            @Nullable Sending sending) {
        static final Unworded AT_FIRST = new Unworded(true, true, null, null, null);

        /** @param givenUp whether nobody is called because the receiver was given up, which whoever changes it undoes */
        static Unworded of(NotifyConfigVersion seen, boolean givenUp) {
            boolean recordOnFailure = seen.onDemand() == null || seen.onDemand().recordOnFailure();
            return new Unworded(
                    seen.enabled() || givenUp, recordOnFailure, seen.retry(), seen.limits(), seen.sending());
        }
    }

    @Override
    public Kept add(DialectConfig config) {
        Scope scope = scope(config.scope())
                .orElseThrow(() -> Invalid.field("domain", "is not a host name").refused());
        String key = config.key();
        Terms terms = terms(scope, config, Unworded.AT_FIRST);
        return kept(configs.told(configs.add(scope, terms, key == null ? null : sealer.seal(key))));
    }

    @Override
    public Optional<DialectConfig> find(ConfigScope scope) {
        return scope(scope).flatMap(configs::find).map(present -> opened(scope, present.config()));
    }

    @Override
    public Optional<Kept> byId(AccountId account, String format, String id) {
        return configs.byId(id)
                .filter(present -> present.config().accountId().equals(account))
                .filter(present -> present.config().format().equals(format))
                .filter(StoredDialectConfigs::isOfDomain)
                .map(this::kept);
    }

    @Override
    public List<Kept> all(AccountId account, String format) {
        return configs.all(account, format).stream()
                .filter(StoredDialectConfigs::isOfDomain)
                .map(this::kept)
                .toList();
    }

    /** And not of an application's relays, which are subscribed to. */
    private static boolean isOfDomain(Present present) {
        return DomainNames.refusal(present.config().domain()).isEmpty();
    }

    @Override
    public Kept change(ConfigScope of, UnaryOperator<DialectConfig> change) {
        Scope scope = Scope.OfDomain.of(of);
        NotifyConfigVersion changed = configs.change(scope, seen -> {
            DialectConfig config = change.apply(opened(of, seen));
            Terms terms = terms(scope, config, Unworded.of(seen, configs.isGivenUp(seen)));
            return new ChangeNotifyConfig(seen.configId(), seen.version(), terms, secret(seen, config.key()));
        });
        return kept(configs.told(changed));
    }

    @Override
    public void remove(ConfigScope scope) {
        configs.remove(Scope.OfDomain.of(scope));
    }

    private static Optional<Scope> scope(ConfigScope scope) {
        return DomainNames.refusal(scope.domain()).isPresent()
                ? Optional.empty()
                : Optional.of(Scope.OfDomain.of(scope));
    }

    private static Terms terms(Scope scope, DialectConfig config, Unworded kept) {
        String onDemandUrl = config.onDemandUrl();
        return new Terms(
                scope.domain(),
                scope.app(),
                config.url(),
                config.topics(),
                scope.format(),
                config.signing(),
                kept.enabled(),
                onDemandUrl == null ? null : new OnDemand(onDemandUrl, kept.recordOnFailure()),
                null,
                kept.retry(),
                kept.limits(),
                Dialect.of(scope.part(), config.wording()),
                kept.sending());
    }

    /** The same key stays as it was sealed, so that a change that changes nothing is none. */
    private @Nullable SealedSecret secret(NotifyConfigVersion seen, @Nullable String key) {
        if (key == null) return null;
        return key.equals(key(seen)) ? seen.signing().secret() : sealer.seal(key);
    }

    private Kept kept(Present present) {
        NotifyConfigVersion config = present.config();
        ConfigScope scope =
                new ConfigScope(config.accountId(), config.format(), config.domain(), config.app(), config.part());
        return new Kept(config.configId().value(), opened(scope, config), present.addedAt(), present.changedAt());
    }

    private DialectConfig opened(ConfigScope scope, NotifyConfigVersion config) {
        OnDemand onDemand = config.onDemand();
        Dialect dialect = config.dialect();
        return new DialectConfig(
                scope,
                config.url(),
                config.topics(),
                config.signing().scheme(),
                key(config),
                onDemand == null ? null : onDemand.url(),
                dialect == null ? Map.of() : dialect.wording());
    }

    private @Nullable String key(NotifyConfigVersion config) {
        SealedSecret secret = config.signing().secret();
        return secret == null ? null : sealer.open(secret);
    }
}
