package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.config.domain.DomainNames;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.events.account.SealedSecret;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.OnDemand;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion.Retry;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a dialect does not know of a config stays as it is, its retries for one: see {@link Kept}. */
@Component
class StoredDialectConfigs implements DialectConfigs {
    private final ScopedConfigs configs;
    private final SecretSealer sealer;

    StoredDialectConfigs(ScopedConfigs configs, SecretSealer sealer) {
        this.configs = configs;
        this.sealer = sealer;
    }

    /** What dialects have no words for. */
    private record Kept(
            boolean enabled,
            boolean recordOnFailure,
            @Nullable Retry retry) {
        static final Kept AT_FIRST = new Kept(true, true, null);

        static Kept of(NotifyConfigVersion seen) {
            boolean recordOnFailure = seen.onDemand() == null || seen.onDemand().recordOnFailure();
            return new Kept(seen.enabled(), recordOnFailure, seen.retry());
        }
    }

    @Override
    public void add(DialectConfig config) {
        Scope scope = scope(config.scope())
                .orElseThrow(() -> Invalid.field("domain", "is not a host name").refused());
        String key = config.key();
        configs.add(scope, terms(scope, config, Kept.AT_FIRST), key == null ? null : sealer.seal(key));
    }

    @Override
    public Optional<DialectConfig> find(ConfigScope scope) {
        return scope(scope).flatMap(configs::find).map(present -> opened(scope, present.config()));
    }

    @Override
    public void change(ConfigScope of, UnaryOperator<DialectConfig> change) {
        Scope scope = Scope.OfDomain.of(of);
        configs.change(scope, seen -> {
            DialectConfig config = change.apply(opened(of, seen));
            Terms terms = terms(scope, config, Kept.of(seen));
            return new ChangeNotifyConfig(seen.configId(), seen.version(), terms, secret(seen, config.key()));
        });
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

    private static Terms terms(Scope scope, DialectConfig config, Kept kept) {
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
                kept.retry());
    }

    /** The same key stays as it was sealed, so that a change that changes nothing is none. */
    private @Nullable SealedSecret secret(NotifyConfigVersion seen, @Nullable String key) {
        if (key == null) return null;
        return key.equals(key(seen)) ? seen.signing().secret() : sealer.seal(key);
    }

    private DialectConfig opened(ConfigScope scope, NotifyConfigVersion config) {
        OnDemand onDemand = config.onDemand();
        return new DialectConfig(
                scope,
                config.url(),
                config.topics(),
                config.signing().scheme(),
                key(config),
                onDemand == null ? null : onDemand.url());
    }

    private @Nullable String key(NotifyConfigVersion config) {
        SealedSecret secret = config.signing().secret();
        return secret == null ? null : sealer.open(secret);
    }
}
