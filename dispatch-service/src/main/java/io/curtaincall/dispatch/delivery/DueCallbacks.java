package io.curtaincall.dispatch.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/** The callbacks that are not finished: {@code dispatch.due_callbacks}, written by its projection and by who claims. */
final class DueCallbacks {
    static final String COLLECTION = "dispatch.due_callbacks";
    private static final int DUPLICATE_KEY = 11000;
    private static final int WOKEN_AT_ONCE = 2_000;

    private final MongoCollection<Document> rows;

    DueCallbacks(MongoDatabase database) {
        rows = database.getCollection(COLLECTION);
        rows.createIndex(Indexes.ascending(DueCallback.DUE_AT, DueCallback.ID));
        rows.createIndex(Indexes.ascending(DueCallback.CONFIG, DueCallback.RESTING));
    }

    /** Applying the same changes again leaves the same rows. */
    void apply(Collection<DueChange> changes) {
        write(changes.stream()
                .filter(change -> !change.cancelsOut())
                .map(DueRows::write)
                .toList());
    }

    /** Notes of each what holds it back, also if the projection has not come to it yet. */
    void hold(Collection<DueCallback> held) {
        write(held.stream().map(DueRows::held).toList());
    }

    private void write(List<WriteModel<Document>> writes) {
        if (writes.isEmpty()) return;
        try {
            rows.bulkWrite(writes, new BulkWriteOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            requireOnlyOvertaken(e);
        }
    }

    /** A duplicate key says that the row is already ahead of the change: whoever claimed it had read newer events. */
    private static void requireOnlyOvertaken(MongoBulkWriteException e) {
        boolean overtaken = e.getWriteConcernError() == null
                && e.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY);
        if (!overtaken) throw e;
    }

    /** Those due by then that come after the given one, earliest first. */
    List<DueCallback> due(@Nullable DueCallback after, Instant to, int limit) {
        Bson soon = lte(DueCallback.DUE_AT, to.toEpochMilli());
        if (after == null) return find(soon, limit);
        long same = after.dueAt().toEpochMilli();
        List<DueCallback> found = new ArrayList<>(find(
                and(
                        eq(DueCallback.DUE_AT, same),
                        gt(DueCallback.ID, after.callbackId().value())),
                limit));
        if (found.size() < limit) found.addAll(find(and(gt(DueCallback.DUE_AT, same), soon), limit - found.size()));
        return found;
    }

    private List<DueCallback> find(Bson filter, int limit) {
        return rows.find(filter)
                .sort(Sorts.ascending(DueCallback.DUE_AT, DueCallback.ID))
                .limit(limit)
                .map(DueCallback::of)
                .into(new ArrayList<>());
    }

    /**
     * Takes those that still have the holder they were seen with, by compare-and-set on each row.
     *
     * @param died the holder they were seen with if it died, else null
     * @param word one that nobody else uses
     * @return what was taken
     */
    Set<CallbackId> claim(
            List<CallbackId> wanted, @Nullable String seenHolder, @Nullable String died, String holder, String word) {
        Bson ids = these(wanted);
        long taken = rows.updateMany(and(ids, eq(DueCallback.HOLDER, seenHolder)), claimed(died, holder, word))
                .getModifiedCount();
        if (taken == wanted.size()) return Set.copyOf(wanted);
        if (taken == 0) return Set.of();
        return rows.find(and(ids, eq(DueCallback.CLAIM, word), eq(DueCallback.HOLDER, holder)))
                .map(row -> new CallbackId(row.getString(DueCallback.ID)))
                .into(new HashSet<>());
    }

    /** Who died with it before is not forgotten when a later holder stopped in order. */
    private static Bson claimed(@Nullable String died, String holder, String word) {
        Bson taken = Updates.combine(Updates.set(DueCallback.HOLDER, holder), Updates.set(DueCallback.CLAIM, word));
        return died == null ? taken : Updates.combine(taken, Updates.set(DueCallback.AFTER, died));
    }

    /**
     * Moves a claimed row to the attempt that the events say is next, so that the projection, which may be behind, does
     * not take it back; and says that nothing of an earlier holder's is unrecorded any more.
     *
     * @return false if the row is no longer the holder's
     */
    boolean advance(DueCallback seen, String holder, int to) {
        Bson own = and(
                eq(DueCallback.ID, seen.callbackId().value()),
                eq(DueCallback.HOLDER, holder),
                lte(DueCallback.ATTEMPT, to));
        Bson moved = Updates.combine(Updates.set(DueCallback.ATTEMPT, to), Updates.set(DueCallback.AFTER, null));
        Bson update = seen.attempt() == to ? moved : Updates.combine(moved, DueRows.heldByNothing());
        return rows.updateOne(own, update).getMatchedCount() == 1;
    }

    /**
     * Says that the holder has nothing to do until then, as the events say and the projection will. All else is left to
     * the projection, and so is the row if it is not as it was seen any more.
     */
    void postpone(DueCallback seen, String holder, Instant to) {
        rows.updateOne(
                and(
                        eq(DueCallback.ID, seen.callbackId().value()),
                        eq(DueCallback.HOLDER, holder),
                        eq(DueCallback.ATTEMPT, seen.attempt())),
                Updates.combine(
                        Updates.set(DueCallback.DUE_AT, to.toEpochMilli()),
                        Updates.set(DueCallback.SINCE, to.toEpochMilli()),
                        DueRows.heldByNothing()));
    }

    /** Moves one that no attempt was made of. */
    void moveUntried(CallbackId callbackId, Instant to) {
        rows.updateOne(
                and(eq(DueCallback.ID, callbackId.value()), eq(DueCallback.ATTEMPT, 1)),
                Updates.set(DueCallback.DUE_AT, to.toEpochMilli()));
    }

    void remove(CallbackId callbackId) {
        rows.deleteOne(eq(DueCallback.ID, callbackId.value()));
    }

    /** Moves those that something holds back, and notes what. */
    void postpone(List<CallbackId> callbackIds, Instant to, Hold by) {
        rows.updateMany(
                these(callbackIds),
                Updates.combine(Updates.set(DueCallback.DUE_AT, to.toEpochMilli()), DueRows.heldBy(EnumSet.of(by))));
    }

    /** Notes what holds them back where they are. */
    void hold(List<CallbackId> callbackIds, Hold by) {
        rows.updateMany(these(callbackIds), DueRows.heldBy(EnumSet.of(by)));
    }

    private static Bson these(List<CallbackId> callbackIds) {
        return in(DueCallback.ID, callbackIds.stream().map(CallbackId::value).toList());
    }

    /** Until then, or until they are woken. */
    void rest(List<CallbackId> callbackIds, Instant to) {
        rows.updateMany(
                these(callbackIds),
                Updates.combine(
                        Updates.set(DueCallback.DUE_AT, to.toEpochMilli()),
                        Updates.set(DueCallback.RESTING, true),
                        DueRows.heldBy(EnumSet.of(Hold.DISABLED))));
    }

    /** Lets all of a config that rest be looked at, some after the other, as they may be very many. */
    void wake(NotifyConfigId configId, Instant at) {
        Bson resting = and(eq(DueCallback.CONFIG, configId.value()), eq(DueCallback.RESTING, true));
        Bson awake =
                Updates.combine(Updates.set(DueCallback.DUE_AT, at.toEpochMilli()), Updates.unset(DueCallback.RESTING));
        List<String> some;
        do {
            some = rows.find(resting)
                    .limit(WOKEN_AT_ONCE)
                    .map(row -> row.getString(DueCallback.ID))
                    .into(new ArrayList<>());
            if (!some.isEmpty()) rows.updateMany(in(DueCallback.ID, some), awake);
        } while (some.size() == WOKEN_AT_ONCE);
    }

    void clear() {
        rows.deleteMany(new Document());
    }
}
