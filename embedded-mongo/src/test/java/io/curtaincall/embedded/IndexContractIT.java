package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.client.model.CountOptions;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndexContractIT extends EmbeddedMongoContract {
    private static final int COUNT = 600;

    @BeforeEach
    void fill() {
        collection.createIndex(json("{domain: 1, t: -1, _id: -1}"));
        collection.createIndex(json("{status: 1, t: 1}"));
        collection.insertMany(
                IntStream.range(0, COUNT).mapToObj(IndexContractIT::row).toList());
    }

    private static Document row(int i) {
        return new Document("_id", i)
                .append("domain", "d" + i % 3)
                .append("status", i % 10 == 0 ? "failed" : "ok")
                .append("t", i / 2);
    }

    private static List<Object> expected(Predicate<Document> matching, Comparator<Document> order) {
        return IntStream.range(0, COUNT)
                .mapToObj(IndexContractIT::row)
                .filter(matching)
                .sorted(order)
                .map(row -> row.get("_id"))
                .toList();
    }

    private static Comparator<Document> by(String field) {
        return Comparator.comparing(row -> row.getInteger(field));
    }

    @Test
    void an_equal_prefix_gives_the_order_of_what_follows() {
        assertThat(ids(json("{domain: 'd1'}"), json("{t: -1, _id: -1}")))
                .isEqualTo(expected(
                        row -> "d1".equals(row.get("domain")),
                        by("t").reversed().thenComparing(by("_id").reversed())));
        assertThat(ids(json("{domain: 'd1'}"), json("{t: 1, _id: 1}")))
                .isEqualTo(expected(row -> "d1".equals(row.get("domain")), by("t").thenComparing(by("_id"))));
        assertThat(ids(json("{domain: 'd1', t: {$gte: 10, $lt: 50}, status: 'ok'}"), json("{t: -1, _id: 1}")))
                .isEqualTo(expected(
                        row -> "d1".equals(row.get("domain"))
                                && "ok".equals(row.get("status"))
                                && row.getInteger("t") >= 10
                                && row.getInteger("t") < 50,
                        by("t").reversed().thenComparing(by("_id"))));
    }

    @Test
    void several_prefixes_are_merged_into_one_order() {
        assertThat(ids(json("{domain: {$in: ['d0', 'd2', 'dx']}}"), json("{t: -1, _id: -1}")))
                .isEqualTo(expected(
                        row -> !"d1".equals(row.get("domain")),
                        by("t").reversed().thenComparing(by("_id").reversed())));
    }

    @Test
    void pages_follow_each_other_by_skip_and_by_position() {
        List<Object> all = ids(json("{domain: 'd2'}"), json("{t: -1, _id: -1}"));
        List<Object> skipped = new ArrayList<>();
        List<Object> positioned = new ArrayList<>();
        Bson position = new Document();
        for (int page = 0; page < 5; page++) {
            skipped.addAll(page(json("{domain: 'd2'}"), page * 20));
            List<Document> next = collection
                    .find(Filters.and(json("{domain: 'd2'}"), position))
                    .sort(json("{t: -1, _id: -1}"))
                    .limit(20)
                    .into(new ArrayList<>());
            next.forEach(row -> positioned.add(row.get("_id")));
            position = after(next.getLast());
        }
        assertThat(skipped).isEqualTo(all.subList(0, 100));
        assertThat(positioned).isEqualTo(all.subList(0, 100));
    }

    private List<Object> page(Bson filter, int skip) {
        return collection
                .find(filter)
                .sort(json("{t: -1, _id: -1}"))
                .skip(skip)
                .limit(20)
                .map(row -> row.get("_id"))
                .into(new ArrayList<>());
    }

    private static Bson after(Document row) {
        return Filters.or(
                Filters.lt("t", row.get("t")),
                Filters.and(Filters.eq("t", row.get("t")), Filters.lt("_id", row.get("_id"))));
    }

    @Test
    void counts_agree_however_they_are_asked_for() {
        for (String filter :
                List.of("{domain: 'd1', t: {$gt: 30}}", "{status: 'failed'}", "{}", "{t: 7, domain: 'd2'}")) {
            assertThat(collection.countDocuments(json(filter)))
                    .isEqualTo(ids(json(filter)).size())
                    .isEqualTo(counted(json(filter)));
        }
        assertThat(collection.estimatedDocumentCount()).isEqualTo(COUNT);
        assertThat(collection.countDocuments(
                        json("{domain: 'd1'}"), new CountOptions().skip(5).limit(7)))
                .isEqualTo(7);
    }

    private long counted(Document filter) {
        Document command = new Document("count", collection.getNamespace().getCollectionName()).append("query", filter);
        return database.runCommand(command).get("n", Number.class).longValue();
    }

    @Test
    void a_unique_index_names_itself_and_leaves_nothing_behind() {
        collection.createIndex(
                json("{code: 1}"), new IndexOptions().unique(true).sparse(true).name("sparse"));
        collection.insertOne(json("{_id: 'a', code: 1, domain: 'q'}"));
        var conflict =
                refused(() -> collection.insertOne(json("{_id: 'b', code: 1, domain: 'r', t: 7, status: 'ok'}")));
        assertThat(conflict.getError().getCode()).isEqualTo(11000);
        assertThat(conflict.getError().getMessage()).contains("index: sparse");
        assertThat(ids(json("{domain: 'r'}"))).isEmpty();
        assertThat(refused(() -> collection.updateOne(json("{_id: 1}"), json("{$set: {code: 1}}")))
                        .getError()
                        .getCode())
                .isEqualTo(11000);
        assertThat(collection.find(json("{_id: 1}")).first()).doesNotContainKey("code");
    }

    @Test
    void a_sparse_index_hides_nothing() {
        collection.createIndex(json("{only: 1}"), new IndexOptions().sparse(true));
        collection.updateMany(json("{_id: {$lt: 2}}"), json("{$set: {only: 1}}"));
        assertThat(ids(json("{only: 1}"))).containsExactly(0, 1);
        assertThat(ids(json("{only: null}"))).hasSize(COUNT - 2);
        assertThat(ids(new Document(), json("{only: -1}"))).hasSize(COUNT);
    }

    @Test
    void an_index_on_existing_documents_is_built_or_refused() {
        assertThatThrownBy(() -> collection.createIndex(json("{t: 1}"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoException.class)
                .hasMessageContaining("E11000");
        collection.createIndex(json("{t: 1}"));
        assertThat(ids(json("{t: {$gte: 298}}"), json("{t: -1, _id: 1}"))).containsExactly(598, 599, 596, 597);
        collection.dropIndex("t_1");
        assertThat(collection.listIndexes().map(index -> index.get("name")))
                .containsExactlyInAnyOrder("_id_", "domain_1_t_-1__id_-1", "status_1_t_1");
        assertThat(ids(json("{t: {$gte: 298}}"))).containsExactly(596, 597, 598, 599);
    }

    @Test
    void an_index_may_be_asked_for_again_but_not_differently() {
        assertThat(collection.createIndex(json("{status: 1, t: 1}"))).isEqualTo("status_1_t_1");
        assertThatThrownBy(() -> collection.createIndex(json("{status: 1, t: 1}"), new IndexOptions().unique(true)))
                .isInstanceOf(MongoCommandException.class);
    }

    @Test
    void a_dropped_collection_starts_empty() {
        collection.drop();
        assertThat(collection.countDocuments()).isZero();
        collection.insertOne(row(1));
        assertThat(collection.listIndexes()).hasSize(1);
        assertThat(ids(json("{domain: 'd1'}"))).containsExactly(1);
    }
}
