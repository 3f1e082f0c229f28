package io.curtaincall.dialects.running;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.events.account.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** Configs as a process keeps them, without a store. */
public final class InMemoryConfigs implements DialectConfigs {
    private final Map<ConfigScope, DialectConfig> configs = new ConcurrentHashMap<>();
    private final Map<String, AccountId> owners = new ConcurrentHashMap<>();

    @Override
    public void add(DialectConfig config) {
        ConfigScope scope = config.scope();
        if (scope.domain().equals("broken.example.com")) throw new IllegalStateException("a planted bug");
        if (scope.domain().equals("away.example.com")) throw new Unavailable("the store is away").refused();
        AccountId owner = owners.computeIfAbsent(scope.domain(), domain -> scope.account());
        if (!owner.equals(scope.account())) throw new DomainTaken(scope.domain()).refused();
        if (configs.putIfAbsent(scope, config) != null) throw new Conflict("there is one").refused();
    }

    @Override
    public Optional<DialectConfig> find(ConfigScope scope) {
        return Optional.ofNullable(configs.get(scope));
    }

    @Override
    public void change(ConfigScope scope, UnaryOperator<DialectConfig> change) {
        if (configs.computeIfPresent(scope, (key, known) -> change.apply(known)) == null) throw none(scope);
    }

    @Override
    public void remove(ConfigScope scope) {
        if (configs.remove(scope) == null) throw none(scope);
    }

    private static RuntimeException none(ConfigScope scope) {
        return new NotFound("notify config", scope.domain()).refused();
    }
}
