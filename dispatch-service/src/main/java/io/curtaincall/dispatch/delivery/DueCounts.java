package io.curtaincall.dispatch.delivery;

import static com.mongodb.client.model.Accumulators.min;
import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.limit;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Aggregates.sort;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** How many callbacks are not finished, and whose: the due list, counted. */
final class DueCounts {
    private static final String COUNT = "count";

    private final MongoCollection<Document> rows;

    DueCounts(MongoDatabase database) {
        rows = database.getCollection(DueCallbacks.COLLECTION);
        rows.createIndex(Indexes.ascending(DueCallback.SINCE));
        rows.createIndex(Indexes.ascending(DueCallback.ACCOUNT));
    }

    /** What of one config is due. */
    record DueOfConfig(NotifyConfigId configId, long count, Instant oldest) {}

    /** The configs with most due, the most first. */
    List<DueOfConfig> largest(Instant at, int limit) {
        return rows.aggregate(List.of(
                        match(lte(DueCallback.SINCE, at.toEpochMilli())),
                        group(
                                "$" + DueCallback.CONFIG,
                                sum(COUNT, 1L),
                                min(DueCallback.SINCE, "$" + DueCallback.SINCE)),
                        sort(Sorts.descending(COUNT)),
                        limit(limit)))
                .map(row -> new DueOfConfig(
                        new NotifyConfigId(row.getString("_id")),
                        row.get(COUNT, Number.class).longValue(),
                        Instant.ofEpochMilli(row.getLong(DueCallback.SINCE))))
                .into(new ArrayList<>());
    }

    /** All that are not finished, due or not. */
    long unfinished() {
        return rows.estimatedDocumentCount();
    }

    /** The same by whose they are: from account to account along the index, so that no row is read. */
    Map<AccountId, Long> unfinishedByAccount() {
        Map<AccountId, Long> counts = new HashMap<>();
        for (String account = accountAfter(""); account != null; account = accountAfter(account)) {
            counts.put(new AccountId(account), rows.countDocuments(eq(DueCallback.ACCOUNT, account)));
        }
        return counts;
    }

    private @Nullable String accountAfter(String account) {
        Document row = rows.find(gt(DueCallback.ACCOUNT, account))
                .sort(Sorts.ascending(DueCallback.ACCOUNT))
                .projection(Projections.fields(Projections.include(DueCallback.ACCOUNT), Projections.excludeId()))
                .first();
        return row == null ? null : row.getString(DueCallback.ACCOUNT);
    }

    long due(Instant at) {
        return rows.countDocuments(lte(DueCallback.SINCE, at.toEpochMilli()));
    }

    Optional<Instant> earliest() {
        return Optional.ofNullable(rows.find(gte(DueCallback.SINCE, 0L))
                        .sort(Sorts.ascending(DueCallback.SINCE))
                        .first())
                .map(row -> Instant.ofEpochMilli(row.getLong(DueCallback.SINCE)));
    }
}
