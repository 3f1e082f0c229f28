package io.curtaincall.dialects.port;

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
    void add(DialectConfig config);

    /** With its key opened. */
    Optional<DialectConfig> find(ConfigScope scope);

    /**
     * @param change what the newest config becomes; asked again if another change came in between
     * @throws io.curtaincall.access.problem.RefusedException {@code NotFound}, {@code DomainTaken}, {@code Unavailable}
     */
    void change(ConfigScope scope, UnaryOperator<DialectConfig> change);

    /** @throws io.curtaincall.access.problem.RefusedException {@code NotFound}, {@code Unavailable} */
    void remove(ConfigScope scope);
}
