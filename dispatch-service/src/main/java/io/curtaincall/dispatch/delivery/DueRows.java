package io.curtaincall.dispatch.delivery;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.DeleteOneModel;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.model.WriteModel;
import io.curtaincall.events.callback.CallbackEvent.Hold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;

/** Turns what events mean for the due list into writes that may be done twice and never turn a row back. */
final class DueRows {
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private DueRows() {}

    static WriteModel<Document> write(DueChange change) {
        Bson row = eq(DueCallback.ID, change.callbackId().value());
        if (change.finished()) return new DeleteOneModel<>(row);
        Bson notAhead = and(row, lte(DueCallback.ATTEMPT, change.attempt() - 1));
        return change.fresh() && change.attempt() == 1
                ? new UpdateOneModel<>(row, Updates.combine(ifNew(change)), UPSERT)
                : new UpdateOneModel<>(notAhead, Updates.combine(moved(change)), UPSERT);
    }

    /** Adds what holds it back, and the row itself where the projection has not come to it yet. */
    static WriteModel<Document> held(DueCallback row) {
        Bson same = and(eq(DueCallback.ID, row.callbackId().value()), eq(DueCallback.ATTEMPT, row.attempt()));
        long dueAt = row.dueAt().toEpochMilli();
        return new UpdateOneModel<>(
                same,
                Updates.combine(
                        Updates.setOnInsert(DueCallback.CONFIG, row.configId().value()),
                        Updates.setOnInsert(DueCallback.DUE_AT, dueAt),
                        Updates.setOnInsert(DueCallback.SINCE, dueAt),
                        Updates.setOnInsert(DueCallback.HOLDER, row.holder()),
                        heldBy(row.held())),
                UPSERT);
    }

    static Bson heldBy(Set<Hold> holds) {
        return Updates.addEachToSet(
                DueCallback.HELD, holds.stream().map(Hold::name).toList());
    }

    /** For the attempt that is next then. */
    static Bson heldByNothing() {
        return Updates.unset(DueCallback.HELD);
    }

    private static List<Bson> ifNew(DueChange change) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.setOnInsert(DueCallback.CONFIG, change.configId().value()));
        // a row that was noted as held back before has them not
        updates.add(Updates.set(DueCallback.ACCOUNT, change.accountId().value()));
        updates.add(Updates.setOnInsert(DueCallback.ATTEMPT, change.attempt()));
        updates.add(Updates.setOnInsert(DueCallback.DUE_AT, change.dueAt().toEpochMilli()));
        updates.add(Updates.setOnInsert(DueCallback.SINCE, change.dueAt().toEpochMilli()));
        updates.add(Updates.setOnInsert(DueCallback.HOLDER, change.holder()));
        planned(change).ifPresent(updates::add);
        return updates;
    }

    private static Optional<Bson> planned(DueChange change) {
        return Optional.ofNullable(change.plannedAt()).map(at -> Updates.set(DueCallback.PLANNED, at.toEpochMilli()));
    }

    private static List<Bson> moved(DueChange change) {
        List<Bson> updates = new ArrayList<>();
        updates.add(Updates.set(DueCallback.CONFIG, change.configId().value()));
        updates.add(Updates.set(DueCallback.ACCOUNT, change.accountId().value()));
        updates.add(Updates.set(DueCallback.ATTEMPT, change.attempt()));
        updates.add(Updates.set(DueCallback.DUE_AT, change.dueAt().toEpochMilli()));
        updates.add(Updates.set(DueCallback.SINCE, change.dueAt().toEpochMilli()));
        updates.add(heldByNothing());
        planned(change).ifPresent(updates::add);
        if (change.released()) {
            updates.add(Updates.set(DueCallback.HOLDER, null));
            updates.add(Updates.set(DueCallback.AFTER, null));
        } else {
            updates.add(Updates.setOnInsert(DueCallback.HOLDER, change.holder()));
        }
        return updates;
    }
}
