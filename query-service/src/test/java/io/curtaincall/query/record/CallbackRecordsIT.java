package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.embedded.EmbeddedMongo;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRecordsIT {
    private static final RecordsFilter ANY = RecordsFilter.ANY;
    private static final Instant LATER = Attempts.NOON.plusSeconds(3600);

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final CallbackRecords records = new CallbackRecords(client.getDatabase("records"));

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void the_same_batch_twice_leaves_the_same_rows() {
        List<RecordRow> batch = rows(new Random(1), 50, 1);
        records.write(batch);
        List<RecordRow> once = all(ANY, 10);

        records.write(batch);

        assertThat(all(ANY, 10)).isEqualTo(once).hasSize(50);
        assertThat(records.count(ANY)).isEqualTo(50);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void the_pages_of_any_filter_are_its_records_newest_first_each_once(long seed) {
        Random random = new Random(seed);
        List<RecordRow> rows = rows(random, 300, 1);
        records.write(rows);

        for (int i = 0; i < 25; i++) {
            RecordsFilter filter = RandomRecords.withinSeconds(random).filter();

            assertThat(all(filter, 1 + random.nextInt(40)))
                    .as("%s", filter)
                    .isEqualTo(RandomRecords.matching(rows, filter));
            assertThat(records.count(filter))
                    .isEqualTo(RandomRecords.matching(rows, filter).size());
        }
    }

    @Test
    void pages_do_not_shift_when_newer_records_come_in_between() {
        Random random = new Random(7);
        List<RecordRow> before = rows(random, 100, 1);
        records.write(before);
        List<RecordRow> seen = new ArrayList<>(records.newest(ANY, null, 10));
        long position = 1000;

        for (List<RecordRow> page = seen; !page.isEmpty(); seen.addAll(page)) {
            records.write(List.of(RecordRow.of(Attempts.delivered().event("late-" + position), LATER, position++)));
            page = records.newest(ANY, seen.getLast().key(), 10);
        }

        assertThat(seen).isEqualTo(RandomRecords.matching(before, ANY));
    }

    @Test
    void an_emptied_collection_has_its_indexes_and_takes_rows_again() {
        records.write(rows(new Random(1), 10, 1));

        records.empty();

        assertThat(records.count(ANY)).isZero();
        records.write(rows(new Random(1), 10, 1));
        assertThat(all(ANY, 3)).hasSize(10);
        assertThat(client.getDatabase("records")
                        .getCollection("query.callback-records")
                        .listIndexes())
                .hasSize(4);
    }

    private List<RecordRow> all(RecordsFilter filter, int pageSize) {
        List<RecordRow> all = new ArrayList<>(records.newest(filter, null, pageSize));
        for (List<RecordRow> page = all; !page.isEmpty(); all.addAll(page)) {
            page = records.newest(filter, all.getLast().key(), pageSize);
        }
        return all;
    }

    private static List<RecordRow> rows(Random random, int count, long firstPosition) {
        List<RecordRow> rows = RandomRecords.withinSeconds(random).rows(count, firstPosition);
        Collections.shuffle(rows, random);
        return rows;
    }
}
