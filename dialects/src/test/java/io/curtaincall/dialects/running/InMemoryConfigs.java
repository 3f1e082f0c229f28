package io.curtaincall.dialects.running;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.Problem.Unavailable;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** Configs as a process keeps them, without a store. */
public final class InMemoryConfigs implements DialectConfigs {
    /** The configs of this application are always removed by somebody else just before. */
    public static final String FLEETING = "fleeting";

    private static final String FULL = "full.example.com";
    private final Map<ConfigScope, Kept> configs = new ConcurrentHashMap<>();
    private final Map<String, AccountId> owners = new ConcurrentHashMap<>();
    private final AtomicInteger added = new AtomicInteger();
    private final Clock clock;

    InMemoryConfigs(Clock clock) {
        this.clock = clock;
    }

    @Override
    public Kept add(DialectConfig config) {
        ConfigScope scope = config.scope();
        if (scope.domain().equals("broken.example.com")) throw new IllegalStateException("a planted bug");
        if (scope.domain().equals("away.example.com")) throw new Unavailable("the store is away").refused();
        if (scope.domain().equals(FULL)) {
            throw new Conflict(FULL + " has 100 notify configs, and may have no more").refused();
        }
        AccountId owner = owners.computeIfAbsent(scope.domain(), domain -> scope.account());
        if (!owner.equals(scope.account())) throw new DomainTaken(scope.domain()).refused();
        String id = String.format("nc_%06d", added.incrementAndGet());
        Kept kept = new Kept(id, config, clock.instant(), clock.instant());
        if (configs.putIfAbsent(scope, kept) != null) throw new Conflict("there is one").refused();
        return kept;
    }

    @Override
    public Optional<DialectConfig> find(ConfigScope scope) {
        return Optional.ofNullable(configs.get(scope)).map(Kept::config);
    }

    @Override
    public Optional<Kept> byId(AccountId account, String format, String id) {
        return all(account, format).stream()
                .filter(kept -> kept.id().equals(id))
                .findFirst();
    }

    @Override
    public List<Kept> all(AccountId account, String format) {
        return configs.values().stream()
                .filter(kept -> kept.config().scope().account().equals(account))
                .filter(kept -> kept.config().scope().format().equals(format))
                .sorted(Comparator.comparing(Kept::id))
                .toList();
    }

    @Override
    public Kept change(ConfigScope scope, UnaryOperator<DialectConfig> change) {
        Kept changed = configs.computeIfPresent(
                scope,
                (key, known) -> new Kept(known.id(), change.apply(known.config()), known.addedAt(), clock.instant()));
        if (changed == null) throw none(scope);
        return changed;
    }

    @Override
    public void remove(ConfigScope scope) {
        boolean wasThere = configs.remove(scope) != null;
        if (!wasThere || scope.app().equals(FLEETING)) throw none(scope);
    }

    private static RuntimeException none(ConfigScope scope) {
        return new NotFound("notify config", scope.domain()).refused();
    }
}
