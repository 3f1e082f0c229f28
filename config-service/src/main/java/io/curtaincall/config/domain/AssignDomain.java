package io.curtaincall.config.domain;

import io.curtaincall.events.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** The operator's word that a domain belongs to an account, whoever had it before. */
record AssignDomain(String domain, AccountId accountId) {
    @TargetAggregateIdentifier
    String streamId() {
        return Domain.streamId(domain);
    }
}
