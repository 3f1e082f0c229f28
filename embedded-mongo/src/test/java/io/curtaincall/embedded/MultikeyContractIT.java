package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Commits are documents with an array of events; an index over that array is what keeps streams apart. */
class MultikeyContractIT extends EmbeddedMongoContract {

    @BeforeEach
    void index() {
        collection.createIndex(
                json("{'e.a': 1, 'e.s': 1}"), new IndexOptions().unique(true).name("stream"));
        insert(
                "{_id: 1, e: [{a: 'x', s: 0}, {a: 'y', s: 7}]}",
                "{_id: 2, e: [{a: 'x', s: 1}, {a: 'x', s: 2}]}",
                "{_id: 3, e: [{a: 'z', s: 0}]}",
                "{_id: 4, tombstone: true}");
    }

    @Test
    void a_pair_of_one_element_is_unique_across_documents() {
        var conflict = refused(() -> insert("{_id: 9, e: [{a: 'z', s: 1}, {a: 'x', s: 2}]}"));
        assertThat(conflict.getError().getCode()).isEqualTo(11000);
        assertThat(conflict.getError().getMessage()).contains("stream");
        assertThat(ids(json("{_id: 9}"))).isEmpty();
        assertThat(ids(json("{'e.a': 'z'}"))).containsExactly(3);
    }

    @Test
    void values_of_different_elements_are_no_pair() {
        insert("{_id: 9, e: [{a: 'x', s: 7}, {a: 'y', s: 0}]}");
        assertThat(ids(json("{'e.a': 'y'}"))).containsExactly(1, 9);
    }

    @Test
    void a_second_document_without_the_array_conflicts() {
        assertThat(refused(() -> insert("{_id: 5, tombstone: true}")).getError().getCode())
                .isEqualTo(11000);
    }

    @Test
    void one_document_may_hold_a_pair_twice() {
        insert("{_id: 9, e: [{a: 'q', s: 1}, {a: 'q', s: 1}]}");
        assertThat(ids(json("{'e.a': 'q'}"))).containsExactly(9);
    }

    @Test
    void a_document_is_found_once_by_any_of_its_elements() {
        assertThat(ids(json("{'e.a': 'x'}"))).containsExactly(1, 2);
        assertThat(ids(json("{'e.a': {$in: ['x', 'y', 'z']}}"))).containsExactly(1, 2, 3);
        assertThat(collection.countDocuments(json("{'e.a': 'x'}"))).isEqualTo(2);
        assertThat(ids(json("{'e.a': 'x'}"), new Document("_id", -1))).containsExactly(2, 1);
    }

    @Test
    void what_follows_an_array_in_an_index_is_found_in_order() {
        collection.createIndex(json("{source: 1, clients: 1, at: 1}"));
        collection.dropIndex("stream"); // of which these rows know nothing
        insert(
                "{_id: 11, source: 'h', clients: ['1', '2'], at: {$date: '2026-01-01T00:00:00Z'}, open: false}",
                "{_id: 12, source: 'h', clients: ['2'], at: {$date: '2026-01-03T00:00:00Z'}, open: true}",
                "{_id: 13, source: 'h', clients: ['2', '3'], at: {$date: '2026-01-02T00:00:00Z'}, open: true}",
                "{_id: 14, source: 'i', clients: ['2'], at: {$date: '2026-01-04T00:00:00Z'}, open: true}");
        Document client = json("{source: 'h', clients: '2'}");
        assertThat(ids(client, json("{at: -1}"))).containsExactly(12, 13, 11);
        assertThat(ids(json("{source: 'h', clients: '2', open: true}"), json("{at: 1}")))
                .containsExactly(13, 12);
        assertThat(ids(json("{at: {$lte: {$date: '2026-01-02T00:00:00Z'}}}"), json("{at: 1}")))
                .containsExactly(11, 13);
    }

    @Test
    void conditions_of_elem_match_hold_for_the_same_element() {
        assertThat(ids(json("{e: {$elemMatch: {a: 'x', s: {$gte: 1}}}}"))).containsExactly(2);
        assertThat(ids(json("{e: {$elemMatch: {a: 'y', s: {$lt: 7}}}}"))).isEmpty();
        assertThat(ids(json("{e: {$elemMatch: {$and: [{a: 'x'}, {s: {$gte: 1}}]}}}")))
                .containsExactly(2);
        assertThat(ids(json("{e: {$elemMatch: {$or: [{a: 'z'}, {s: 2}]}}}"))).containsExactly(2, 3);
        assertThat(ids(json("{e: {$elemMatch: {a: {$in: ['y', 'z']}, s: 0}}}"))).containsExactly(3);
    }

    @Test
    void elem_match_finds_no_document_in_place_of_an_array() {
        insert("{_id: 9, d: [{_id: 1, n: {$numberLong: '1'}}], e: {a: 'q', s: 1}}", "{_id: 10, e: [{a: 'q', s: 2}]}");
        assertThat(ids(json("{e: {$elemMatch: {a: 'q', s: {$in: [1, 2]}}}}"))).containsExactly(10);
        assertThat(collection.countDocuments(json("{e: {$elemMatch: {a: 'q', s: {$gte: 1}}}}")))
                .isEqualTo(1);
    }

    /** What only the index looks at must be what a look at the documents finds. */
    @Test
    void an_index_changes_nothing_about_what_elem_match_finds() {
        collection.drop();
        MongoCollection<Document> unindexed = database.getCollection("unindexed");
        unindexed.drop();
        Random random = new Random(20260101);
        List<Document> documents = IntStream.range(0, 300)
                .mapToObj(id -> new Document("_id", id).append("e", anything(random)))
                .toList();
        collection.insertMany(documents);
        unindexed.insertMany(documents);
        collection.createIndex(json("{'e.a': 1, 'e.s': 1}"));
        for (int i = 0; i < 300; i++) {
            Bson match = new Document("e", new Document("$elemMatch", asked(random)));
            List<Object> found = ids(match);
            assertThat(found)
                    .as("%s", match)
                    .isEqualTo(unindexed
                            .find(match)
                            .sort(new Document("_id", 1))
                            .map(document -> document.get("_id"))
                            .into(new ArrayList<>()));
            assertThat(collection.countDocuments(match)).isEqualTo(found.size());
        }
    }

    private static Object anything(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> element(random);
            case 1 -> List.of();
            case 2 -> List.of(1, "x");
            default ->
                Stream.generate(() -> element(random))
                        .limit(random.nextInt(1, 4))
                        .toList();
        };
    }

    private static Document element(Random random) {
        Document element = new Document("a", random.nextInt(3));
        if (random.nextInt(4) > 0) element.append("s", random.nextInt(3));
        if (random.nextInt(6) == 0) element.append("a", List.of(0, 2));
        return element;
    }

    private static Document asked(Random random) {
        Document asked = new Document("a", random.nextBoolean() ? 1 : new Document("$in", List.of(0L, 2.0)));
        return switch (random.nextInt(5)) {
            case 0 -> asked;
            case 1 -> asked.append("s", new Document("$gte", 1).append("$lt", random.nextInt(4)));
            case 2 -> asked.append("s", null);
            case 3 -> asked.append("s", new Document("$ne", 1));
            default -> asked.append("s", random.nextInt(3));
        };
    }

    @Test
    void conditions_outside_of_elem_match_may_hold_for_different_elements() {
        assertThat(ids(json("{'e.a': 'x', 'e.s': 7}"))).containsExactly(1);
        assertThat(ids(json("{'e.s': {$gt: 0, $lt: 7}}"))).containsExactly(1, 2);
    }

    @Test
    void replaced_elements_free_their_pairs() {
        collection.replaceOne(json("{_id: 1}"), json("{e: [{a: 'x', s: 5}]}"));
        insert("{_id: 9, e: [{a: 'y', s: 7}, {a: 'x', s: 0}]}");
        assertThat(ids(json("{'e.a': 'x'}"))).containsExactly(1, 2, 9);
        collection.deleteOne(json("{_id: 2}"));
        insert("{_id: 10, e: [{a: 'x', s: 1}]}");
        assertThat(ids(json("{'e.a': 'x'}"))).containsExactly(1, 9, 10);
    }
}
