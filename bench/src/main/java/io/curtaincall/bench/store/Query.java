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

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.bson.Document;

/** The questions, by name; each is asked of the end of the data, where Curtaincall asks. */
final class Query {
    private Query() {}

    static Map<String, Runnable> all(MongoDatabase database, long size) {
        Map<String, Runnable> queries = new TreeMap<>();
        addCommits(queries, database.getCollection("commits"), size);
        addRecords(queries, database.getCollection("records"), size);
        addCounts(queries, database.getCollection("records"));
        return queries;
    }

    private static void addCommits(Map<String, Runnable> queries, MongoCollection<Document> commits, long size) {
        List<Long> hundred = LongStream.range(size - 150, size - 50).boxed().toList();
        queries.put("_id", () -> commits.find(eq("_id", size / 2)).first());
        queries.put("_id $in 100", () -> commits.find(in("_id", hundred)).into(new ArrayList<>()));
        queries.put(
                "tail 100 of _id",
                () -> commits.find(gt("_id", size - 101))
                        .sort(ascending("_id"))
                        .limit(100)
                        .batchSize(100)
                        .into(new ArrayList<>()));
        queries.put(
                "empty tail",
                () -> commits.find(gt("_id", size)).sort(ascending("_id")).first());
        queries.put(
                "$elemMatch of one stream",
                () -> commits.find(elemMatch("e", and(eq("a", "callback-" + size / 7), gte("s", 0L))))
                        .into(new ArrayList<>()));
    }

    private static void addRecords(Map<String, Runnable> queries, MongoCollection<Document> records, long size) {
        queries.put(
                "domain+stream, newest 50",
                () -> records.find(and(eq("domain", "d7.example.com"), eq("stream", "s57")))
                        .sort(descending("t"))
                        .limit(50)
                        .into(new ArrayList<>()));
        queries.put(
                "the same before a time, skip 20",
                () -> records.find(and(
                                eq("domain", "d7.example.com"),
                                eq("stream", "s57"),
                                lt("t", Rows.record(size / 2).get("t"))))
                        .sort(descending("t"))
                        .skip(20)
                        .limit(50)
                        .into(new ArrayList<>()));
        queries.put(
                "status, newest 50",
                () -> records.find(eq("status", "FAILED"))
                        .sort(descending("t"))
                        .limit(50)
                        .into(new ArrayList<>()));
        queries.put("update by _id", () -> records.updateOne(eq("_id", size / 2), inc("n", 1)));
    }

    private static void addCounts(Map<String, Runnable> queries, MongoCollection<Document> records) {
        queries.put("countDocuments of a status", () -> records.countDocuments(eq("status", "FAILED")));
        queries.put(
                "countDocuments with a look",
                () -> records.countDocuments(and(eq("domain", "d7.example.com"), eq("status", "FAILED"))));
        queries.put(
                "$match domain, $group",
                () -> records.aggregate(List.of(
                                new Document(
                                        "$match", new Document("domain", "d7.example.com").append("stream", "s57")),
                                new Document(
                                        "$group", new Document("_id", "$status").append("n", new Document("$sum", 1)))))
                        .into(new ArrayList<>()));
    }
}
