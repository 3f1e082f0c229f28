package io.curtaincall.directory;

import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.account.Grant;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A token or an access key as the events so far tell it, without what is secret of it.
 *
 * @param accountId whose it is, null for the operator
 * @param note what its owner wants to remember of it
 * @param endsAt nobody is known by it then or later, null if no end is known
 */
public record Credential(
        Kind kind,
        String id,
        @Nullable AccountId accountId,
        Grant grant,
        @Nullable String note,
        Instant issuedAt,
        @Nullable Instant endsAt) {
    /** Each has ids of its own. */
    public enum Kind {
        TOKEN,
        ACCESS_KEY
    }

    /** Whether somebody is known by it at this moment. */
    public boolean holdsAt(Instant now) {
        return endsAt == null || now.isBefore(endsAt);
    }

    /**
     * When what was revoked ends. What is not given any time ends for good, whatever a clock says.
     *
     * @param from when it is to end
     * @param revokedAt when that was said
     */
    public static Instant endOf(Instant from, Instant revokedAt) {
        return from.isAfter(revokedAt) ? from : Instant.MIN;
    }

    Credential endingAt(@Nullable Instant end) {
        return new Credential(kind, id, accountId, grant, note, issuedAt, end);
    }
}
