package io.curtaincall.query.record;

import static com.mongodb.client.model.Accumulators.sum;
import static com.mongodb.client.model.Aggregates.group;
import static com.mongodb.client.model.Aggregates.match;
import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Indexes.ascending;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexModel;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * Records counted as they are written, so that a page can tell how many there are without counting them: its cost grows
 * with the days asked for and not with the records. Kept by the one process that runs the projection; a second one
 * that has not noticed yet that it no longer does is refused, as it has not read what the first wrote.
 */
@Component
class RecordTotals {
    static final String COLLECTION = "query.callback-counts";

    private static final List<Grain> KEPT = List.of(Grain.EVER, Grain.DAY, Grain.HOUR);
    private static final List<IndexModel> INDEXES = List.of(
            new IndexModel(ascending("account", "grain", "start")), new IndexModel(ascending("grain", "start")));

    private final MongoCollection<BsonDocument> totals;

    RecordTotals(MongoDatabase database) {
        totals = database.getCollection(COLLECTION, BsonDocument.class);
        totals.createIndexes(INDEXES);
    }

    /** Two round trips for all; a row that has been counted in before changes nothing. Rows come in order of events. */
    void add(List<RecordRow> batch) {
        Map<String, Total> before = new HashMap<>();
        Map<String, List<Long>> positions = new HashMap<>();
        for (RecordRow row : batch) {
            for (Grain grain : KEPT) {
                Total none = Total.none(row, grain);
                before.putIfAbsent(none.id(), none);
                positions.computeIfAbsent(none.id(), id -> new ArrayList<>()).add(row.position());
            }
        }
        for (BsonDocument stored : totals.find(in("_id", before.keySet()))) {
            before.computeIfPresent(stored.getString("_id").getValue(), (id, none) -> none.as(stored));
        }
        List<ReplaceOneModel<BsonDocument>> writes = new ArrayList<>();
        before.forEach((id, total) -> {
            Total after = total.plus(positions.getOrDefault(id, List.of()));
            if (after.upTo() != total.upTo()) writes.add(write(after, total.upTo()));
        });
        if (!writes.isEmpty()) totals.bulkWrite(writes, new BulkWriteOptions().ordered(false));
    }

    private static ReplaceOneModel<BsonDocument> write(Total total, long known) {
        return new ReplaceOneModel<>(
                and(eq("_id", total.id()), eq("upTo", known)), total.stored(), new ReplaceOptions().upsert(true));
    }

    void empty() {
        totals.drop();
        totals.createIndexes(INDEXES);
    }

    /** One for each grain of the span that has records, the newest first. */
    List<CountedSpan> each(RecordsFilter filter, Span span) {
        List<Bson> wanted = filter.subjects();
        wanted.add(eq("grain", span.grain().name()));
        if (span.from() != null) wanted.add(gte("start", span.from().toEpochMilli()));
        if (span.to() != null) wanted.add(lt("start", span.to().toEpochMilli()));
        return totals
                .aggregate(List.of(match(and(wanted)), group("$start", sum("sum", "$count"))))
                .map(sum -> counted(span, sum))
                .into(new ArrayList<>())
                .stream()
                .sorted(Comparator.comparing(CountedSpan::start).reversed())
                .toList();
    }

    private static CountedSpan counted(Span within, BsonDocument sum) {
        return new CountedSpan(
                within.at(sum.getNumber("_id").longValue()),
                sum.getNumber("sum").longValue());
    }
}
