package io.curtaincall.events.account;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a token or an access key lets its holder do.
 *
 * @param domains all that its holder sees and changes, ordered; null if it is kept to none
 */
public record Grant(Role role, @Nullable List<String> domains) {
    /** Of everything that was issued to an account before there were roles. */
    public static final Grant UNLIMITED = new Grant(Role.WRITE, null);

    /** The same of the operator's token. */
    public static final Grant OPERATOR = new Grant(Role.OPERATOR, null);

    public Grant {
        domains = domains == null ? null : domains.stream().distinct().sorted().toList();
    }

    public boolean covers(String domain) {
        return domains == null || domains.contains(domain);
    }
}
