package io.curtaincall.config.domain;

import io.curtaincall.events.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** An account wants to configure a domain: it must own it, or be the first where first use decides. */
record ClaimDomain(String domain, AccountId accountId, DomainRule rule) {
    @TargetAggregateIdentifier
    String streamId() {
        return Domain.streamId(domain);
    }
}
