package io.curtaincall.config.account;

import io.curtaincall.events.account.AccountId;
import java.time.Duration;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/**
 * A successor that may the same, and the end of what it follows; answered by {@link Issued}.
 *
 * @param overlap how long both hold
 */
record RotateCredential(@TargetAggregateIdentifier AccountId accountId, String id, Proof successor, Duration overlap) {}
