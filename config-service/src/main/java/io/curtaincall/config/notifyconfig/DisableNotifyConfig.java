package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.notifyconfig.NotifyConfigId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

/** @param version the one whose receiver was given up; a newer one is left as it is */
record DisableNotifyConfig(@TargetAggregateIdentifier NotifyConfigId configId, long version, String reason) {}
