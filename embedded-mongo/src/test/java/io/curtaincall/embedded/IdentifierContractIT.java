package io.curtaincall.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.LongStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class IdentifierContractIT extends EmbeddedMongoContract {
    private static final long BEYOND = 1L << 53;

    @Test
    void neighbouring_longs_beyond_two_to_the_53_are_different() {
        List<Long> longs = List.of(BEYOND, BEYOND + 1, BEYOND + 2, Long.MAX_VALUE - 1, Long.MAX_VALUE, -BEYOND - 1);
        longs.forEach(id -> collection.insertOne(new Document("_id", id).append("n", id)));
        for (long id : longs) {
            assertThat(ids(Filters.eq("_id", id))).containsExactly(id);
            assertThat(ids(Filters.eq("n", id))).containsExactly(id);
            assertThat(refused(() -> collection.insertOne(new Document("_id", id))))
                    .isNotNull();
        }
        assertThat(ids(Filters.gt("_id", BEYOND)))
                .containsExactly(BEYOND + 1, BEYOND + 2, Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(ids(Filters.gt("n", BEYOND + 1))).containsExactly(BEYOND + 2, Long.MAX_VALUE - 1, Long.MAX_VALUE);
        assertThat(ids(Filters.lt("_id", -BEYOND))).containsExactly(-BEYOND - 1);
        assertThat(ids(Filters.empty(), new Document("n", -1)).getFirst()).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void longs_beyond_two_to_the_53_are_exact_in_indexes_too() {
        collection.createIndex(new Document("n", -1));
        LongStream.range(0, 4).forEach(i -> collection.insertOne(new Document("_id", i).append("n", BEYOND + i)));
        assertThat(ids(Filters.eq("n", BEYOND + 1))).containsExactly(1L);
        assertThat(ids(Filters.gte("n", BEYOND + 3))).containsExactly(3L);
        assertThat(ids(Filters.empty(), new Document("n", 1))).containsExactly(0L, 1L, 2L, 3L);
        collection.updateOne(Filters.eq("_id", 0L), Updates.inc("n", 10L));
        assertThat(ids(Filters.eq("n", BEYOND + 10))).containsExactly(0L);
    }

    @Test
    void equal_numbers_of_different_types_are_the_same_identifier() {
        collection.insertOne(new Document("_id", 5));
        assertThat(refused(() -> collection.insertOne(new Document("_id", 5L)))).isNotNull();
        assertThat(refused(() -> collection.insertOne(new Document("_id", 5.0))))
                .isNotNull();
        collection.insertOne(new Document("_id", 5.5));
        assertThat(ids(Filters.gt("_id", 5L))).containsExactly(5.5);
    }

    @Test
    void identifiers_of_any_type_are_found() {
        List<Object> all = List.of(
                new ObjectId(),
                "text",
                "",
                "t\u0000ext",
                Date.from(Instant.ofEpochMilli(1234)),
                true,
                new Binary(new byte[] {1, 2, 3}),
                new Document("a", 1).append("b", "x"),
                new Document("b", "x").append("a", 1),
                -0.5);
        all.forEach(id -> collection.insertOne(new Document("_id", id)));
        all.forEach(id -> assertThat(ids(Filters.eq("_id", id))).containsExactly(id));
        assertThat(ids(Filters.in("_id", all))).hasSameSizeAs(all);
        assertThat(ids(Filters.gte("_id", "t"))).containsExactly("t\u0000ext", "text");
    }

    @Test
    void a_missing_identifier_is_made() {
        collection.insertOne(new Document("a", 1));
        assertThat(ids(Filters.eq("a", 1)).getFirst()).isInstanceOf(ObjectId.class);
    }

    @Test
    void many_identifiers_are_looked_up_at_once_and_ranges_are_walked_both_ways() {
        collection.insertMany(LongStream.range(0, 3000)
                .mapToObj(i -> new Document("_id", i * 2))
                .toList());
        List<Long> wanted = LongStream.range(1000, 2000).boxed().toList();
        assertThat(ids(Filters.in("_id", wanted)))
                .hasSize(500)
                .startsWith(1000L)
                .endsWith(1998L);
        assertThat(page(Filters.gt("_id", 10L), 1)).containsExactly(12L, 14L, 16L);
        assertThat(page(Filters.lt("_id", 10L), -1)).containsExactly(8L, 6L, 4L);
        assertThat(page(Filters.and(Filters.gte("_id", 10L), Filters.lte("_id", 12L)), -1))
                .containsExactly(12L, 10L);
    }

    private List<Object> page(org.bson.conversions.Bson filter, int direction) {
        return collection
                .find(filter)
                .sort(new Document("_id", direction))
                .limit(3)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
    }
}
