package io.curtaincall.access.caller;

import io.curtaincall.access.problem.Problem.Forbidden;
import io.curtaincall.events.account.Grant;
import io.curtaincall.events.account.Role;
import java.util.List;
import java.util.Set;

/** What a caller may do by the token or access key it showed: the one place where roles and domains are judged. */
public record Rights(Grant grant) {
    /** Of who may do everything with what is its own. */
    static final Rights UNLIMITED = new Rights(Grant.UNLIMITED);

    static final Rights OPERATOR = new Rights(Grant.OPERATOR);

    public boolean include(Role role) {
        return grant.role().includes(role);
    }

    public boolean cover(String domain) {
        return grant.covers(domain);
    }

    public boolean isLimitedToDomains() {
        return grant.domains() != null;
    }

    /** The domains that are seen, none if it is all of the caller's. */
    public Set<String> domains() {
        List<String> domains = grant.domains();
        return domains == null ? Set.of() : Set.copyOf(domains);
    }

    /** @throws io.curtaincall.access.problem.RefusedException {@code Forbidden}, which says what is missing */
    public void require(Role role) {
        if (include(role)) return;
        throw new Forbidden("this needs the role " + role.wireName() + ", and the caller's is "
                        + grant.role().wireName())
                .refused();
    }

    /** @throws io.curtaincall.access.problem.RefusedException {@code Forbidden}, which names the domain */
    public void requireDomain(String domain) {
        if (cover(domain)) return;
        throw new Forbidden("the caller is limited to domains that " + domain + " is none of").refused();
    }

    /** @throws io.curtaincall.access.problem.RefusedException {@code Forbidden} */
    public void requireAllDomains() {
        if (!isLimitedToDomains()) return;
        throw new Forbidden("this needs a caller that is not limited to some domains").refused();
    }
}
