package io.curtaincall.config.notifyconfig;

import io.curtaincall.events.account.SealedSecret;
import org.jspecify.annotations.Nullable;

/** Adds the one config that the scope may have. */
record AddScopedConfig(Scope scope, Terms terms, @Nullable SealedSecret secret) {}
