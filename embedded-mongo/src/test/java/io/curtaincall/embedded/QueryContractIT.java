package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every query gives the same answer whether or not there is an index for it. */
class QueryContractIT extends EmbeddedMongoContract {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{n: 1}                                       | 1",
                "{n: {$ne: 1}}                                | 2 3 4 5 6 7",
                "{n: {$gt: 1, $lte: 3}}                       | 2 3",
                "{n: {$in: [3, 1, 99]}}                       | 1 3",
                "{n: {$nin: [3, 1]}}                          | 2 4 5 6 7",
                "{n: {$not: {$gt: 1}}}                        | 1 4 5 6 7",
                "{n: {$exists: true}}                         | 1 2 3 4 6",
                "{n: {$exists: false}}                        | 5 7",
                "{n: null}                                    | 4 5 7",
                "{n: {$in: [null, 2]}}                        | 2 4 5 7",
                "{$or: [{n: 1}, {s: 'b'}]}                    | 1 2",
                "{$or: [{n: {$lt: 2}}, {n: 2, s: 'b'}]}       | 1 2",
                "{$and: [{n: {$gt: 0}}, {n: {$lt: 3}}]}       | 1 2",
                "{$nor: [{n: 1}, {n: 2}]}                     | 3 4 5 6 7",
                "{s: /^B/i}                                   | 2",
                "{s: {$regex: '^[bc]'}}                      | 2 3",
                "{s: {$gte: 'b'}}                             | 2 3",
                "{s: {$lt: 'b'}}                              | 1",
                "{'d.x': 5}                                   | 3",
                "{'d.x': {$gte: 5}}                           | 3 7",
                "{d: {x: 5}}                                  | 3",
                "{l: 2}                                       | 6",
                "{l: {$gt: 2}}                                | 6",
                "{l: {$size: 2}}                              | 6",
                "{l: {$all: [2, 3]}}                          | 6",
                "{n: 'text'}                                  | 6",
                "{n: {$gt: 'a'}}                              | 6",
                "{n: {$type: 'number'}}                       | 1 2 3",
                "{}                                           | 1 2 3 4 5 6 7",
            })
    void a_filter_finds_the_same_with_and_without_indexes(String filter, String found) {
        insert(
                "{_id: 1, n: 1, s: 'a'}",
                "{_id: 2, n: 2, s: 'b'}",
                "{_id: 3, n: {$numberLong: '3'}, s: 'c', d: {x: 5}}",
                "{_id: 4, n: null}",
                "{_id: 5}",
                "{_id: 6, n: 'text', l: [2, 3]}",
                "{_id: 7, d: {x: 9.5}, l: []}");
        List<Object> expected =
                Stream.of(found.split(" ")).<Object>map(Integer::valueOf).toList();

        assertThat(ids(json(filter))).isEqualTo(expected);
        for (String index :
                List.of("{n: 1}", "{n: -1, s: 1}", "{s: 1, n: 1}", "{'d.x': 1}", "{l: 1, n: 1}", "{d: -1}")) {
            collection.createIndex(json(index));
            assertThat(ids(json(filter))).as("with %s", index).isEqualTo(expected);
            assertThat(collection.countDocuments(json(filter)))
                    .as("with %s", index)
                    .isEqualTo(expected.size());
        }
    }

    @Test
    void values_of_different_types_are_in_order() {
        insert(
                "{_id: 1, v: true}",
                "{_id: 2, v: 'a'}",
                "{_id: 3, v: 2.5}",
                "{_id: 4, v: null}",
                "{_id: 5, v: {$date: '2026-01-01T00:00:00Z'}}",
                "{_id: 6, v: {a: 1}}",
                "{_id: 7, v: -1}",
                "{_id: 8, v: 'B'}");
        List<Object> order = List.of(4, 7, 3, 8, 2, 6, 1, 5);
        assertThat(ids(new Document(), json("{v: 1}"))).isEqualTo(order);
        collection.createIndex(json("{v: -1}"));
        assertThat(ids(new Document(), json("{v: 1}"))).isEqualTo(order);
        assertThat(ids(new Document(), json("{v: -1}"))).isEqualTo(order.reversed());
    }

    @Test
    void an_array_is_ordered_by_its_smallest_or_largest_element() {
        insert("{_id: 1, v: [5, 1]}", "{_id: 2, v: 3}", "{_id: 3, v: [2, 9]}");
        collection.createIndex(json("{v: 1}"));
        assertThat(ids(new Document(), json("{v: 1}"))).containsExactly(1, 3, 2);
        assertThat(ids(new Document(), json("{v: -1}"))).containsExactly(3, 1, 2);
    }

    @Test
    void a_projection_leaves_out_what_is_not_asked_for() {
        insert("{_id: 1, a: 1, b: {c: 2, d: 3}, e: [{f: 1, g: 2}]}");
        assertThat(collection.find().projection(json("{a: 1}")).first()).isEqualTo(json("{_id: 1, a: 1}"));
        assertThat(collection.find().projection(json("{_id: 0, 'b.c': 1}")).first())
                .isEqualTo(json("{b: {c: 2}}"));
        assertThat(collection.find().projection(json("{e: 0, b: 0}")).first()).isEqualTo(json("{_id: 1, a: 1}"));
        assertThat(collection.find().projection(json("{'e.f': 1, _id: 0}")).first())
                .isEqualTo(json("{e: [{f: 1}]}"));
    }

    @Test
    void an_aggregate_groups_what_its_head_selects() {
        collection.createIndex(json("{k: 1, n: 1}"));
        for (int i = 0; i < 20; i++) {
            collection.insertOne(new Document("_id", i)
                    .append("k", i % 2 == 0 ? "even" : "odd")
                    .append("n", i));
        }
        List<Bson> pipeline = List.of(
                Aggregates.match(Filters.gte("n", 10)),
                Aggregates.group("$k", Accumulators.sum("count", 1), Accumulators.max("last", "$n")),
                Aggregates.sort(Sorts.ascending("_id")));
        assertThat(collection.aggregate(pipeline).into(new ArrayList<>()))
                .containsExactly(json("{_id: 'even', count: 5, last: 18}"), json("{_id: 'odd', count: 5, last: 19}"));
        List<Bson> newest = List.of(
                Aggregates.match(Filters.eq("k", "odd")),
                Aggregates.sort(Sorts.descending("n")),
                Aggregates.skip(1),
                Aggregates.limit(2),
                Aggregates.project(json("{n: 1, _id: 0}")));
        assertThat(collection.aggregate(newest).into(new ArrayList<>()))
                .containsExactly(json("{n: 17}"), json("{n: 15}"));
        assertThat(collection
                        .aggregate(List.of(Aggregates.match(Filters.eq("k", "odd")), Aggregates.count("all")))
                        .first())
                .isEqualTo(json("{all: 10}"));
        assertThat(collection.distinct("k", String.class).into(new ArrayList<>()))
                .containsExactly("even", "odd");
    }

    @Test
    void an_aggregate_sums_a_field_over_all_it_matches() {
        collection.createIndex(json("{account: 1, grain: 1, start: 1}"));
        insert(
                "{_id: 1, account: 'a', grain: 'DAY', start: 1, count: {$numberLong: '9007199254740993'}}",
                "{_id: 2, account: 'a', grain: 'DAY', start: 2, count: 2}",
                "{_id: 3, account: 'a', grain: 'HOUR', start: 2, count: 4}",
                "{_id: 4, account: 'b', grain: 'DAY', start: 2, count: 8}");
        assertThat(sum(Filters.and(Filters.eq("account", "a"), Filters.eq("grain", "DAY"), Filters.gte("start", 1))))
                .containsExactly(new Document("_id", null).append("sum", 9007199254740995L));
        assertThat(sum(Filters.in("account", "a", "b"))).hasSize(1);
        assertThat(sum(Filters.eq("account", "nobody"))).isEmpty();
    }

    private List<Document> sum(Bson filter) {
        return collection
                .aggregate(List.of(Aggregates.match(filter), Aggregates.group(null, Accumulators.sum("sum", "$count"))))
                .into(new ArrayList<>());
    }
}
