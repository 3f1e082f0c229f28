package io.curtaincall.bench.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.inc;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.bson.Document;

/** The questions, by name; each is asked of the end of the data, where Curtaincall asks. */
final class Query {
    private Query() {}

    static Map<String, Runnable> all(MongoDatabase database, long size) {
        var commits = database.getCollection("commits");
        var records = database.getCollection("records");
        List<Long> hundred = LongStream.range(size - 150, size - 50).boxed().toList();
        return Map.ofEntries(
                Map.entry("_id", () -> commits.find(eq("_id", size / 2)).first()),
                Map.entry("_id $in 100", () -> commits.find(in("_id", hundred)).into(new ArrayList<>())),
                Map.entry(
                        "tail 100 of _id",
                        () -> commits.find(gt("_id", size - 101))
                                .sort(ascending("_id"))
                                .limit(100)
                                .batchSize(100)
                                .into(new ArrayList<>())),
                Map.entry(
                        "empty tail",
                        () -> commits.find(gt("_id", size))
                                .sort(ascending("_id"))
                                .first()),
                Map.entry(
                        "$elemMatch of one stream",
                        () -> commits.find(elemMatch("e", and(eq("a", "callback-" + size / 7), gte("s", 0L))))
                                .into(new ArrayList<>())),
                Map.entry(
                        "domain+stream, newest 50",
                        () -> records.find(and(eq("domain", "d7.example.com"), eq("stream", "s57")))
                                .sort(descending("t"))
                                .limit(50)
                                .into(new ArrayList<>())),
                Map.entry(
                        "the same before a time, skip 20",
                        () -> records.find(and(
                                        eq("domain", "d7.example.com"),
                                        eq("stream", "s57"),
                                        lt("t", Rows.record(size / 2).get("t"))))
                                .sort(descending("t"))
                                .skip(20)
                                .limit(50)
                                .into(new ArrayList<>())),
                Map.entry(
                        "status, newest 50",
                        () -> records.find(eq("status", "FAILED"))
                                .sort(descending("t"))
                                .limit(50)
                                .into(new ArrayList<>())),
                Map.entry("countDocuments of a status", () -> records.countDocuments(eq("status", "FAILED"))),
                Map.entry(
                        "countDocuments with a look",
                        () -> records.countDocuments(and(eq("domain", "d7.example.com"), eq("status", "FAILED")))),
                Map.entry(
                        "$match domain, $group",
                        () -> records.aggregate(List.of(
                                        new Document(
                                                "$match",
                                                new Document("domain", "d7.example.com").append("stream", "s57")),
                                        new Document(
                                                "$group",
                                                new Document("_id", "$status").append("n", new Document("$sum", 1)))))
                                .into(new ArrayList<>())),
                Map.entry("update by _id", () -> records.updateOne(eq("_id", size / 2), inc("n", 1))));
    }
}
