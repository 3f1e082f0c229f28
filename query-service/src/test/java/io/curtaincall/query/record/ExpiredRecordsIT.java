package io.curtaincall.query.record;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bson.BsonDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ExpiredRecordsIT {
    private static final AccountId DEMO = new AccountId("demo");
    private static final Instant KEPT_FROM = Instant.parse("2026-02-03T00:00:00Z");

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("expired");
    private final CallbackRecords records = new CallbackRecords(database);
    private final RecordTotals totals = new RecordTotals(database);
    private final ExpiredTotals expiredTotals = new ExpiredTotals(database);
    private final ExpiredRecords expired = new ExpiredRecords(records, expiredTotals);
    private final RecordCount count = new RecordCount(records, totals);

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void whole_days_of_one_account_go_and_every_total_stays_exact() {
        RandomRecords some = RandomRecords.withinDays(new Random(5));
        List<RecordRow> rows = some.rows(600, 1);
        write(rows);

        assertThat(expired.removeSome(DEMO, Instant.parse("2026-01-31T00:00:00Z")))
                .isFalse();
        removeAll(DEMO, KEPT_FROM);

        List<RecordRow> kept = kept(rows);
        assertThat(kept).hasSizeBetween(100, 550);
        assertThat(records.newest(RecordsFilter.ANY, null, 1_000))
                .isEqualTo(RandomRecords.matching(kept, RecordsFilter.ANY));
        assertThat(count.of(RecordsFilter.ANY)).isEqualTo(kept.size());
        for (int i = 0; i < 60; i++) {
            RecordsFilter filter = some.filter();
            assertThat(count.of(filter))
                    .as("%s", filter)
                    .isEqualTo(RandomRecords.matching(kept, filter).size());
        }
    }

    @Test
    void a_day_is_taken_out_of_all_time_once_also_after_a_process_that_ended_in_between() {
        List<RecordRow> rows = RandomRecords.withinDays(new Random(6)).rows(300, 1);
        write(rows);
        MongoCollection<BsonDocument> counts = database.getCollection(RecordTotals.COLLECTION, BsonDocument.class);
        Span first = expiredTotals.oldestDay(DEMO, KEPT_FROM).orElseThrow();
        long start = Objects.requireNonNull(first.from()).toEpochMilli();
        List<BsonDocument> ofDay = counts.find(and(eq("account", "demo"), eq("grain", "DAY"), eq("start", start)))
                .into(new ArrayList<>());

        for (int removed = 10; removed == 10; ) removed = records.removeSome(DEMO, first, 10);
        expiredTotals.forget(DEMO, first);
        counts.insertMany(ofDay);
        removeAll(DEMO, KEPT_FROM);

        assertThat(count.of(RecordsFilter.ANY)).isEqualTo(kept(rows).size());
    }

    @Test
    void what_comes_later_is_counted_on() {
        List<RecordRow> rows =
                new ArrayList<>(RandomRecords.withinDays(new Random(7)).rows(300, 1));
        write(rows.subList(0, 200));
        removeAll(DEMO, KEPT_FROM);
        List<RecordRow> later = kept(rows.subList(200, 300));
        write(later);

        assertThat(count.of(RecordsFilter.ANY))
                .isEqualTo(kept(rows.subList(0, 200)).size() + later.size());
    }

    private void removeAll(AccountId account, Instant keptFrom) {
        int tries = 0;
        while (expired.removeSome(account, keptFrom)) assertThat(++tries).isLessThan(100);
    }

    private void write(List<RecordRow> rows) {
        records.write(rows);
        totals.add(rows);
    }

    private static List<RecordRow> kept(List<RecordRow> rows) {
        return rows.stream()
                .filter(row -> !row.record().account().equals(DEMO.value())
                        || !row.record().at().isBefore(KEPT_FROM))
                .toList();
    }
}
