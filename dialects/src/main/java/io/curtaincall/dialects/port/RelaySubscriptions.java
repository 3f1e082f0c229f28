package io.curtaincall.dialects.port;

import io.curtaincall.events.account.AccountId;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Subscriptions to mixed-stream relay events: at most one for each application, which belongs to the account that first
 * subscribes to it. Who writes reads it back at once.
 */
public interface RelaySubscriptions {
    /**
     * @param format the dialect whose body format callbacks have
     * @throws io.curtaincall.access.problem.RefusedException {@code Conflict} if the application has one,
     *     {@code DomainTaken} if it is another account's, {@code Unavailable}
     */
    RelaySubscription add(AccountId account, String format, String appId, Set<String> channels, String url);

    Optional<RelaySubscription> find(AccountId account, String format, String appId);

    /**
     * @param channels null leaves them as they are
     * @param url null leaves it as it is
     * @throws io.curtaincall.access.problem.RefusedException {@code NotFound}, {@code Unavailable}
     */
    void change(AccountId account, String format, String appId, @Nullable Set<String> channels, @Nullable String url);

    /** @throws io.curtaincall.access.problem.RefusedException {@code NotFound}, {@code Unavailable} */
    void remove(AccountId account, String format, String appId);
}
