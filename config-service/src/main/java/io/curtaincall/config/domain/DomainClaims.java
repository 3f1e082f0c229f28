package io.curtaincall.config.domain;

import io.curtaincall.events.account.AccountId;

/** Makes sure of a domain's owner within the unit of work of a command, so that both are stored or neither. */
@FunctionalInterface
public interface DomainClaims {
    /** @throws io.curtaincall.access.problem.RefusedException if the domain is not the account's and cannot become so */
    void claim(AccountId accountId, String domain);
}
