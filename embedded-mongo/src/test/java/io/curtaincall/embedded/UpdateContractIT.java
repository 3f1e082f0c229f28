package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ErrorCategory;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class UpdateContractIT extends EmbeddedMongoContract {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{a: 1}              | {$set: {b: 2, 'c.d': 3}}                          | {a: 1, b: 2, c: {d: 3}}",
                "{a: 1, b: 2}        | {$unset: {b: ''}}                                 | {a: 1}",
                "{a: 1}              | {$inc: {a: 2, b: 5}}                              | {a: 3, b: 5}",
                "{a: 5, b: 5}        | {$max: {a: 9, b: 1, c: 1}}                        | {a: 9, b: 5, c: 1}",
                "{a: 5, b: 5}        | {$min: {a: 9, b: 1}}                              | {a: 5, b: 1}",
                "{a: 1}              | {$setOnInsert: {b: 1}, $set: {a: 2}}              | {a: 2}",
                "{l: [1]}            | {$push: {l: 2}}                                   | {l: [1, 2]}",
                "{}                  | {$push: {l: 2}}                                   | {l: [2]}",
                "{l: [1, 2]}         | {$push: {l: {$each: [3, 4], $slice: -3}}}         | {l: [2, 3, 4]}",
                "{l: [1, 2, 1]}      | {$pull: {l: 1}}                                   | {l: [2]}",
                "{l: [{a: 1},{a:2}]} | {$pull: {l: {a: 1}}}                              | {l: [{a: 2}]}",
                "{l: [1]}            | {$addToSet: {l: 1}}                               | {l: [1]}",
                "{l: [1]}            | {$addToSet: {l: {$each: [1, 2]}}}                 | {l: [1, 2]}",
            })
    void an_operator_changes_what_it_says(String before, String update, String after) {
        collection.insertOne(json(before).append("_id", 1));
        collection.updateOne(json("{_id: 1}"), json(update));
        Document found =
                Objects.requireNonNull(collection.find(json("{_id: 1}")).first());
        found.remove("_id");
        assertThat(found).isEqualTo(json(after));
    }

    @Test
    void an_update_of_many_tells_matched_from_modified() {
        insert("{_id: 1, a: 1, s: 'x'}", "{_id: 2, a: 1, s: 'y'}", "{_id: 3, a: 2}");
        var result = collection.updateMany(json("{a: 1}"), json("{$set: {s: 'y'}}"));
        assertThat(result.getMatchedCount()).isEqualTo(2);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(collection
                        .updateOne(json("{a: 9}"), json("{$set: {s: 'y'}}"))
                        .getMatchedCount())
                .isZero();
    }

    @Test
    void an_upsert_takes_the_fields_of_its_filter() {
        var upserted = collection.updateOne(
                json("{_id: 'k', kind: 'x'}"),
                json("{$set: {a: 1}, $setOnInsert: {b: 2}}"),
                new UpdateOptions().upsert(true));
        assertThat(Objects.requireNonNull(upserted.getUpsertedId()).asString().getValue())
                .isEqualTo("k");
        assertThat(collection.find().first()).isEqualTo(json("{_id: 'k', kind: 'x', a: 1, b: 2}"));
        collection.replaceOne(json("{_id: 'k'}"), json("{c: 3}"), new ReplaceOptions().upsert(true));
        assertThat(collection.find().first()).isEqualTo(json("{_id: 'k', c: 3}"));
    }

    @Test
    void an_upsert_that_keeps_the_larger_makes_a_counter_or_moves_it_up_but_never_back() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        for (long next : List.of(5L, 9L, 7L)) {
            collection.updateOne(Filters.eq("_id", "events"), Updates.max("next", next), upsert);
        }
        assertThat(collection.find().into(new ArrayList<>()))
                .containsExactly(new Document("_id", "events").append("next", 9L));
    }

    @Test
    void a_row_is_replaced_by_a_later_one_only_and_an_older_one_is_told_so_as_a_duplicate() {
        replaceOlderThan(5, "{_id: 'k', p: 5, v: 'first'}");
        replaceOlderThan(8, "{_id: 'k', p: 8, v: 'later'}");
        for (int late : List.of(8, 6)) {
            var refused = refused(() -> replaceOlderThan(late, "{_id: 'k', p: 0, v: 'too late'}"));
            assertThat(refused.getError().getCode()).isEqualTo(11000);
            assertThat(refused.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
        }
        assertThat(collection.find().into(new ArrayList<>())).containsExactly(json("{_id: 'k', p: 8, v: 'later'}"));
    }

    private void replaceOlderThan(int position, String row) {
        collection.replaceOne(
                Filters.and(Filters.eq("_id", "k"), Filters.lt("p", position)),
                json(row),
                new ReplaceOptions().upsert(true));
    }

    @Test
    void a_row_is_replaced_only_in_the_version_that_was_read() {
        insert("{_id: 's', version: {$numberLong: '3'}}");
        var versionThree = Filters.and(Filters.eq("_id", "s"), Filters.eq("version", 3L));
        Document four = new Document("_id", "s").append("version", 4L);
        assertThat(collection.replaceOne(versionThree, four).getMatchedCount()).isEqualTo(1);
        assertThat(collection.replaceOne(versionThree, four).getMatchedCount()).isZero();
        assertThat(collection.deleteOne(versionThree).getDeletedCount()).isZero();
        assertThat(collection.find().first()).isEqualTo(four);
    }

    @Test
    void of_two_claims_on_rows_without_a_holder_each_row_goes_to_one() {
        collection.createIndex(json("{dueAt: 1, _id: 1}"));
        insert("{_id: 1, dueAt: 1, holder: null}", "{_id: 2, dueAt: 1}", "{_id: 3, dueAt: 2, holder: 'b'}");
        Document free = json("{_id: {$in: [1, 2, 3, 4]}, holder: null}");
        Document claimed = json("{$set: {holder: 'a', after: null}}");
        assertThat(collection.updateMany(free, claimed).getModifiedCount()).isEqualTo(2);
        assertThat(collection.updateMany(free, claimed).getMatchedCount()).isZero();
        assertThat(collection.find(json("{_id: 1}")).first())
                .isEqualTo(json("{_id: 1, dueAt: 1, holder: 'a', after: null}"));
        assertThat(ids(json("{dueAt: 1, _id: {$gt: 1}}"), json("{dueAt: 1, _id: 1}")))
                .containsExactly(2);
        assertThat(ids(json("{$and: [{dueAt: {$gt: 1}}, {dueAt: {$lte: 2}}]}"), json("{dueAt: 1, _id: 1}")))
                .containsExactly(3);
    }

    @Test
    void find_and_update_returns_before_or_after_in_the_asked_order() {
        insert("{_id: 1, due: 5, n: 0}", "{_id: 2, due: 3, n: 0}", "{_id: 3, due: 9, n: 0}");
        collection.createIndex(json("{due: 1}"));
        assertThat(next(json("{due: {$lte: 5}}"), ReturnDocument.BEFORE)).isEqualTo(json("{_id: 2, due: 3, n: 0}"));
        assertThat(next(json("{due: {$lte: 5}}"), ReturnDocument.AFTER)).isEqualTo(json("{_id: 1, due: 105, n: 1}"));
        assertThat(next(json("{due: {$lte: 5}}"), ReturnDocument.AFTER)).isNull();
        assertThat(collection.findOneAndDelete(json("{_id: 3}"))).isEqualTo(json("{_id: 3, due: 9, n: 0}"));
    }

    private @Nullable Document next(Document filter, ReturnDocument returned) {
        return collection.findOneAndUpdate(
                filter,
                json("{$inc: {n: 1, due: 100}}"),
                new FindOneAndUpdateOptions().sort(json("{due: 1}")).returnDocument(returned));
    }

    @ParameterizedTest
    @EnumSource(ReturnDocument.class)
    void a_counter_never_hands_out_a_number_twice(ReturnDocument returned) throws Exception {
        insert("{_id: 'counter', next: {$numberLong: '0'}}");
        Callable<List<Long>> taker = () -> IntStream.range(0, 100)
                .mapToObj(i -> collection.findOneAndUpdate(
                        json("{_id: 'counter'}"),
                        Updates.inc("next", 1L),
                        new FindOneAndUpdateOptions().returnDocument(returned)))
                .map(found -> Objects.requireNonNull(found).getLong("next"))
                .toList();
        List<Long> taken = new ArrayList<>();
        try (ExecutorService takers = Executors.newFixedThreadPool(8)) {
            for (Future<List<Long>> each : takers.invokeAll(Collections.nCopies(8, taker))) {
                taken.addAll(each.get());
            }
        }
        long first = returned == ReturnDocument.AFTER ? 1 : 0;
        assertThat(taken)
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.range(first, first + 800).boxed().toList());
    }

    @Test
    void values_of_every_used_type_come_back_as_they_were() {
        Document all = new Document("_id", 1L)
                .append("int", 1)
                .append("long", Long.MAX_VALUE)
                .append("double", 1.5)
                .append("text", "ünïcødé 😀")
                .append("date", Date.from(Instant.ofEpochMilli(1_700_000_000_123L)))
                .append("bytes", new Binary(new byte[] {0, 1, (byte) 255}))
                .append("decimal", Decimal128.parse("12.345"))
                .append("none", null)
                .append("yes", true)
                .append("list", List.of(1, "a", List.of(2), new Document("x", null)))
                .append("doc", new Document("a", new Document("b", 1)));
        collection.insertOne(all);
        assertThat(collection.find().first()).isEqualTo(all);
    }
}
