package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.notifyconfig.NotifyConfigId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;
import org.jspecify.annotations.Nullable;

/** @param expected the version the caller has seen, null to remove whatever is there */
record RemoveNotifyConfig(
        @TargetAggregateIdentifier NotifyConfigId configId,
        @Nullable Long expected) {}
