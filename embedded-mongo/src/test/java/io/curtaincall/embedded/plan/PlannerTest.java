package io.curtaincall.embedded.plan;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import io.curtaincall.embedded.key.KeyWriter;
import io.curtaincall.embedded.store.Storage;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.MVMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlannerTest {
    private static final int COUNT = 1000;
    private static final Document NO_ORDER = new Document();

    private final Storage store = Storage.inMemory();
    private final Space ids = new Space(store, "_id", 0, List.of(new IndexKey("_id", true)));
    private final Space domainTime =
            new Space(store, "domainTime", 0, List.of(new IndexKey("domain", true), new IndexKey("t", false)));
    private final Space events =
            new Space(store, "events", 3, List.of(new IndexKey("e.a", true), new IndexKey("e.s", true)));

    @BeforeEach
    void fill() {
        for (int i = 0; i < COUNT; i++) {
            ids.add(i);
            domainTime.add("d" + i % 10, i, i);
            events.add("a" + i % 100, i, i);
        }
    }

    private Plan plan(Document query, Document sort, long wanted) {
        return new Planner(List.of(ids, domainTime, events)).plan(query, sort, wanted);
    }

    private static Document where(String path, Object condition) {
        return new Document(path, condition);
    }

    @Test
    void identifiers_are_points_and_ranges_of_the_documents_themselves() {
        Plan points = plan(where("_id", new Document("$in", List.of(5, 3, 5L))), NO_ORDER, 0);
        assertThat(points.keys()).isSameAs(ids);
        assertThat(points.intervals()).hasSize(2);
        assertThat(points.rest().isEmpty()).isTrue();
        Plan range = plan(where("_id", new Document("$gt", 10).append("$lte", 20)), where("_id", -1), 0);
        assertThat(range.count()).isEqualTo(10);
        assertThat(range.order()).isEqualTo(Order.BACKWARD);
        assertThat(range.isCovered()).isTrue();
    }

    @Test
    void an_equal_prefix_and_the_order_of_the_next_field_are_one_walk() {
        Plan plan = plan(where("domain", "d3").append("t", new Document("$lt", 500)), where("t", -1), 20);
        assertThat(plan.keys()).isSameAs(domainTime);
        assertThat(plan.order()).isEqualTo(Order.FORWARD);
        assertThat(plan.entries()).isEqualTo(50);
        assertThat(plan.isCovered()).isTrue();
    }

    @Test
    void several_prefixes_are_merged_when_an_order_is_asked_for() {
        Plan plan = plan(where("domain", new Document("$in", List.of("d3", "d5"))), where("t", 1), 20);
        assertThat(plan.order()).isEqualTo(Order.MERGED_BACKWARD);
        assertThat(plan.intervals()).hasSize(2);
    }

    @Test
    void what_the_index_does_not_know_is_left_to_check() {
        Plan plan = plan(where("domain", "d3").append("x", 1), NO_ORDER, 0);
        assertThat(plan.keys()).isSameAs(domainTime);
        assertThat(plan.rest()).isEqualTo(where("x", new Document("$eq", 1)));
        assertThat(plan.isCovered()).isFalse();
    }

    @Test
    void the_same_is_known_of_all_branches_of_an_or() {
        Document earlier = where("t", new Document("$lt", 500));
        Document asEarly = where("t", 500).append("_id", new Document("$lt", 7));
        Plan plan = plan(where("domain", "d3").append("$or", List.of(earlier, asEarly)), where("t", -1), 20);
        assertThat(plan.entries()).isEqualTo(50);
        assertThat(plan.rest()).isEqualTo(where("$or", List.of(earlier, asEarly)));
    }

    @Test
    void conditions_of_one_elem_match_bound_the_same_entry() {
        Document match = new Document("a", "a7").append("s", new Document("$gte", 507));
        Document parts = where("$and", List.of(where("a", "a7"), where("s", new Document("$gte", 507))));
        for (Document each : List.of(match, parts)) {
            Plan plan = plan(where("e", new Document("$elemMatch", each)), NO_ORDER, 0);
            assertThat(plan.keys()).isSameAs(events);
            assertThat(plan.entries()).isEqualTo(5);
        }
    }

    @Test
    void an_elem_match_that_an_index_answers_whole_asks_only_for_an_array() {
        Document match = new Document("a", new Document("$in", List.of("a7", "a8"))).append("s", 7);
        Plan plan = plan(where("e", new Document("$elemMatch", match)), NO_ORDER, 0);
        assertThat(plan.keys()).isSameAs(events);
        assertThat(plan.rest().isEmpty()).isTrue();
        assertThat(plan.arrays()).containsExactly("e");
        assertThat(plan.isCovered()).isFalse();
    }

    @Test
    void an_elem_match_that_asks_for_more_than_an_index_has_is_looked_at() {
        List<Document> matches = List.of(
                new Document("a", "a7").append("x", 1),
                new Document("a", "a7").append("s", null),
                new Document("a", "a7").append("$or", List.of(where("s", 1), where("x", 1))),
                new Document("a", "a7").append("s", new Document("$gt", 1).append("$ne", 5)),
                new Document("a", "a7").append("0", 1));
        for (Document each : matches) {
            Plan plan = plan(where("e", new Document("$elemMatch", each)), NO_ORDER, 0);
            assertThat(plan.keys()).isSameAs(events);
            assertThat(plan.rest()).isEqualTo(where("e", new Document("$elemMatch", each)));
            assertThat(plan.arrays()).isEmpty();
        }
    }

    @Test
    void conditions_beside_each_other_do_not_bound_the_same_entry() {
        Plan plan = plan(where("e.a", "a7").append("e.s", 3), NO_ORDER, 0);
        assertThat(plan.keys()).isSameAs(events);
        assertThat(plan.entries()).isEqualTo(10);
        assertThat(plan.rest()).isEqualTo(where("e.s", new Document("$eq", 3)));
    }

    @Test
    void the_narrower_of_two_indexes_is_taken() {
        assertThat(plan(where("domain", "d3").append("_id", new Document("$gt", 995)), NO_ORDER, 0)
                        .keys())
                .isSameAs(ids);
        assertThat(plan(where("domain", "d3").append("_id", new Document("$gt", 5)), NO_ORDER, 0)
                        .keys())
                .isSameAs(domainTime);
    }

    @Test
    void of_two_indexes_that_read_as_much_the_one_that_needs_no_documents_is_taken() {
        Space kinds = new Space(store, "kinds", 0, List.of(new IndexKey("domain", true), new IndexKey("kind", true)));
        for (int i = 0; i < COUNT; i++) kinds.add("d" + i % 10, "k" + i % 3, i);
        Document query = where("domain", "d3").append("kind", new Document("$in", List.of("k0", "k1", "k2")));

        Plan plan = new Planner(List.of(ids, domainTime, kinds)).plan(query, NO_ORDER, 0);

        assertThat(plan.keys()).isSameAs(kinds);
        assertThat(plan.isCovered()).isTrue();
    }

    @Test
    void an_empty_list_finds_nothing() {
        assertThat(plan(where("_id", new Document("$in", List.of())), NO_ORDER, 0)
                        .intervals())
                .isEmpty();
    }

    private record Space(String name, long multikeys, List<IndexKey> fields, MVMap<byte[], Boolean> entries)
            implements KeySpace {
        Space(Storage store, String name, long multikeys, List<IndexKey> fields) {
            this(name, multikeys, fields, store.index("test", name));
        }

        void add(Object... values) {
            KeyWriter key = new KeyWriter();
            for (int i = 0; i < values.length; i++) {
                key.value(values[i], i >= fields.size() || fields.get(i).isAscending());
            }
            entries.put(key.toBytes(), true);
        }

        @Override
        public boolean multikey(int field) {
            return (multikeys & (1L << field)) != 0;
        }

        @Override
        public byte[] documentKey(byte[] entry) {
            return Arrays.copyOf(entry, entry.length);
        }

        @Override
        public boolean direct() {
            return name.equals("_id");
        }

        @Override
        public boolean sparse() {
            return false;
        }
    }
}
