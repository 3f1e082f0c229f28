package io.curtaincall.config.account;

import io.curtaincall.events.account.AccountId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record SetRecordRetention(@TargetAggregateIdentifier AccountId accountId, int days) {}
