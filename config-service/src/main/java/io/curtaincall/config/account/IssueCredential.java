package io.curtaincall.config.account;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** One more token or access key of an account; answered by {@link Issued}. */
record IssueCredential(
        @TargetAggregateIdentifier AccountId accountId,
        Proof proof,
        Grant grant,
        @Nullable String note) {}
