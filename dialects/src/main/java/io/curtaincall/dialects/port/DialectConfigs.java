package io.curtaincall.dialects.port;

import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The notify configs that accounts keep through a dialect: at most one for each scope, whatever processes are asked at
 * the same time. Who writes reads it back at once.
 */
public interface DialectConfigs {
    /**
     * @throws io.curtaincall.access.problem.RefusedException {@code Conflict} if the scope has one, {@code DomainTaken},
     *     {@code Unavailable}
     */
    Kept add(DialectConfig config);

    /** With its key opened. */
    Optional<DialectConfig> find(ConfigScope scope);

    /** One of the account's, if it is of that format. */
    Optional<Kept> byId(AccountId account, String format, String id);

    /** The account's of that format, oldest first. */
    List<Kept> all(AccountId account, String format);

    /**
     * @param change what the newest config becomes; asked again if another change came in between
     * @throws io.curtaincall.access.problem.RefusedException {@code NotFound}, {@code DomainTaken}, {@code Unavailable}
     */
    Kept change(ConfigScope scope, UnaryOperator<DialectConfig> change);

    /** @throws io.curtaincall.access.problem.RefusedException {@code NotFound}, {@code Unavailable} */
    void remove(ConfigScope scope);

    /**
     * A config as it is kept.
     *
     * @param id names it for its whole life; one that is added again after its removal has another
     * @param config with its key opened
     */
    record Kept(String id, DialectConfig config, Instant addedAt, Instant changedAt) {}
}
