package io.curtaincall.dialects.running;

import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.dialects.port.RelaySubscription;
import io.curtaincall.dialects.port.RelaySubscriptions;
import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Subscriptions as a process keeps them, without a store. */
public final class InMemorySubscriptions implements RelaySubscriptions {
    public static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
    private final Map<String, RelaySubscription> byApp = new ConcurrentHashMap<>();

    @Override
    public RelaySubscription add(AccountId account, String format, String appId, Set<String> channels, String url) {
        if (appId.equals("broken")) throw new IllegalStateException("a planted bug");
        RelaySubscription added = new RelaySubscription(account, appId, "Sub-0A", channels, url, CREATED);
        if (byApp.putIfAbsent(account + appId, added) != null) throw new Conflict("there is one").refused();
        return added;
    }

    @Override
    public Optional<RelaySubscription> find(AccountId account, String format, String appId) {
        return Optional.ofNullable(byApp.get(account + appId));
    }

    @Override
    public void change(
            AccountId account, String format, String appId, @Nullable Set<String> channels, @Nullable String url) {
        RelaySubscription known = find(account, format, appId).orElseThrow(() -> none(appId));
        byApp.put(
                account + appId,
                new RelaySubscription(
                        account,
                        appId,
                        known.id(),
                        Objects.requireNonNullElse(channels, known.channels()),
                        Objects.requireNonNullElse(url, known.url()),
                        known.createdAt()));
    }

    @Override
    public void remove(AccountId account, String format, String appId) {
        if (byApp.remove(account + appId) == null) throw none(appId);
    }

    private static RuntimeException none(String appId) {
        return new NotFound("subscription", appId).refused();
    }
}
