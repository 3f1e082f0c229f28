package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A callback that is not finished, as the due list knows it.
 *
 * @param attempt the next one
 * @param holder the process that has it in hand, or had when it died; null if it is anybody's
 * @param after the process that died with it and perhaps with an attempt under way, until that is on record
 */
record DueCallback(
        CallbackId callbackId,
        NotifyConfigId configId,
        int attempt,
        Instant dueAt,
        @Nullable String holder,
        @Nullable String after) {
    static final String ID = "_id";
    static final String CONFIG = "config";
    static final String ATTEMPT = "attempt";
    /** When it is looked at; not before {@link #SINCE}. */
    static final String DUE_AT = "dueAt";

    /** Since when it might be tried, if it were not held back. */
    static final String SINCE = "since";

    static final String HOLDER = "holder";
    static final String AFTER = "after";
    static final String CLAIM = "claim";

    static DueCallback of(Document row) {
        return new DueCallback(
                new CallbackId(row.getString(ID)),
                new NotifyConfigId(row.getString(CONFIG)),
                row.getInteger(ATTEMPT),
                Instant.ofEpochMilli(row.getLong(DUE_AT)),
                row.getString(HOLDER),
                row.getString(AFTER));
    }

    /** Who died before an earlier holder could put that on record is still to be put on record. */
    DueCallback claimedAfter(@Nullable String died) {
        return new DueCallback(callbackId, configId, attempt, dueAt, holder, died == null ? after : died);
    }
}
