package io.curtaincall.query.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Takes days out of what was counted. The count of all time is the projection's, so what is gone from it is counted
 * beside it, negative; {@code before} there says up to which day, so that a day is taken out once whoever tries.
 */
@Component
class ExpiredTotals {
    private static final List<String> SUBJECT = List.of("account", "domain", "app", "configId", "topic", "status");
    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<BsonDocument> totals;

    ExpiredTotals(MongoDatabase database) {
        totals = database.getCollection(RecordTotals.COLLECTION, BsonDocument.class);
    }

    Optional<Span> oldestDay(AccountId account, Instant before) {
        Bson days = and(of(account), eq("grain", Grain.DAY.name()), lt("start", before.toEpochMilli()));
        return Optional.ofNullable(totals.find(days).sort(ascending("start")).first())
                .map(total -> new Span(Grain.DAY, null, null)
                        .at(total.getInt64("start").getValue()));
    }

    void forget(AccountId account, Span day) {
        long start = Objects.requireNonNull(day.from()).toEpochMilli();
        long end = Objects.requireNonNull(day.to()).toEpochMilli();
        Bson ofDay = and(of(account), eq("grain", Grain.DAY.name()), eq("start", start));
        totals.find(ofDay).into(new ArrayList<>()).forEach(total -> takeFromEver(total, end));
        totals.deleteMany(and(
                of(account), in("grain", Grain.DAY.name(), Grain.HOUR.name()), gte("start", start), lt("start", end)));
    }

    private void takeFromEver(BsonDocument total, long end) {
        String id = total.getString("_id").getValue();
        List<Bson> change = new ArrayList<>(List.of(
                inc("count", -total.getInt64("count").getValue()),
                set("before", end),
                setOnInsert("grain", Grain.EVER.name()),
                setOnInsert("start", 0L)));
        SUBJECT.forEach(field -> change.add(setOnInsert(field, total.get(field))));
        Bson once = and(eq("_id", Grain.EVER + "/gone" + id.substring(id.lastIndexOf('/'))), lt("before", end));
        try {
            totals.updateOne(once, combine(change), UPSERT);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) throw e; // else it is taken out already
        }
    }

    private static Bson of(AccountId account) {
        return eq("account", account.value());
    }
}
