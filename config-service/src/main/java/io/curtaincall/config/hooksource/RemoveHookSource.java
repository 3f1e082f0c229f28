package io.curtaincall.config.hooksource;

import io.curtaincall.events.hook.HookSourceId;
import org.axonframework.modelling.command.TargetAggregateIdentifier;

record RemoveHookSource(@TargetAggregateIdentifier HookSourceId hookSourceId) {}
