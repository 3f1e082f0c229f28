package io.curtaincall.config.account;

import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.events.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** Nobody is known by it any more. */
record RevokeCredential(@TargetAggregateIdentifier AccountId accountId, Kind kind, String id) {}
