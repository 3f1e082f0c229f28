package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A callback that is not finished, as the due list knows it.
 *
 * @param attempt the next one
 * @param dueAt when it is looked at
 * @param since since when it might be tried, if it were not held back
 * @param begunAt when it was planned
 * @param holder the process that has it in hand, or had when it died; null if it is anybody's
 * @param after the process that died with it and perhaps with an attempt under way, until that is on record
 * @param held what has held the next attempt back so far
 */
record DueCallback(
        CallbackId callbackId,
        NotifyConfigId configId,
        int attempt,
        Instant dueAt,
        Instant since,
        Instant begunAt,
        @Nullable String holder,
        @Nullable String after,
        Set<Hold> held) {
    static final String ID = "_id";
    static final String CONFIG = "config";
    /** Whose callbacks they are; absent where an earlier version made the row. */
    static final String ACCOUNT = "account";

    static final String ATTEMPT = "attempt";
    /** When it is looked at; not before {@link #SINCE}. */
    static final String DUE_AT = "dueAt";

    /** Since when it might be tried, if it were not held back. */
    static final String SINCE = "since";

    /** When it was planned; absent where the row was made by an attempt, or an earlier version. */
    static final String PLANNED = "planned";

    /** Whether it waits for its config to be switched on again; absent otherwise. */
    static final String RESTING = "resting";

    static final String HOLDER = "holder";
    static final String AFTER = "after";
    static final String CLAIM = "claim";
    /** Absent in rows of older versions and where nothing does. */
    static final String HELD = "held";

    static DueCallback of(Document row) {
        Instant since = Instant.ofEpochMilli(row.getLong(SINCE));
        Long planned = row.getLong(PLANNED);
        return new DueCallback(
                new CallbackId(row.getString(ID)),
                new NotifyConfigId(row.getString(CONFIG)),
                row.getInteger(ATTEMPT),
                Instant.ofEpochMilli(row.getLong(DUE_AT)),
                since,
                planned == null ? since : Instant.ofEpochMilli(planned),
                row.getString(HOLDER),
                row.getString(AFTER),
                held(row));
    }

    /** What this version does not know is passed over. */
    private static Set<Hold> held(Document row) {
        List<String> names = row.getList(HELD, String.class, List.of());
        return Stream.of(Hold.values())
                .filter(hold -> names.contains(hold.name()))
                .collect(Collectors.toCollection(Throttle::nothing));
    }

    /** Who died before an earlier holder could put that on record is still to be put on record. */
    DueCallback claimedAfter(@Nullable String died) {
        return new DueCallback(
                callbackId, configId, attempt, dueAt, since, begunAt, holder, died == null ? after : died, held);
    }
}
