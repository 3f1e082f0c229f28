package io.curtaincall.config.account;

import io.curtaincall.events.account.Grant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What became of a command that issues a credential.
 *
 * @param replacedEndsAt when the one that it follows ends, null if it follows none
 */
record Issued(
        Grant grant,
        @Nullable String note,
        Instant at,
        @Nullable Instant replacedEndsAt) {}
