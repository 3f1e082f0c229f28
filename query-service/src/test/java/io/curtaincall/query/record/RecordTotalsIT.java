package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.embedded.EmbeddedMongo;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordTotalsIT {
    private static final RecordsFilter ANY = RecordsFilter.ANY;

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("totals");
    private final CallbackRecords records = new CallbackRecords(database);
    private final RecordTotals totals = new RecordTotals(database);
    private final RecordCount count = new RecordCount(records, totals);

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_total_is_the_number_of_records_for_any_filter_and_any_time(long seed) {
        Random random = new Random(seed);
        for (int batch = 0; batch < 10; batch++) write(rows(random, 40, batch * 40L + 1));

        for (int i = 0; i < 40; i++) {
            RecordsFilter filter = RandomRecords.withinDays(random).filter();

            assertThat(count.of(filter)).as("%s", filter).isEqualTo(records.count(filter));
        }
    }

    @Test
    void a_batch_delivered_again_in_other_pieces_is_counted_once() {
        List<RecordRow> rows = rows(new Random(1), 60, 1);
        write(rows.subList(0, 40));

        write(rows.subList(0, 25));
        write(rows.subList(25, 60));

        assertThat(count.of(ANY)).isEqualTo(60);
    }

    @Test
    void of_two_writers_that_read_the_same_one_is_refused() throws Exception {
        List<RecordRow> rows = rows(new Random(1), 200, 1);
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            CyclicBarrier together = new CyclicBarrier(2);
            Callable<Void> writer = () -> {
                for (int i = 0; i < 200; i += 10) {
                    together.await();
                    try {
                        totals.add(rows.subList(i, i + 10));
                    } catch (MongoBulkWriteException refused) {
                        totals.add(rows.subList(i, i + 10)); // as the processor does
                    }
                }
                return null;
            };
            for (Future<Void> done : both.invokeAll(List.of(writer, writer))) done.get();
        }

        assertThat(totals.each(ANY, new Span(Grain.EVER, null, null)))
                .extracting(CountedSpan::count)
                .containsExactly(200L);
    }

    @Test
    void emptied_totals_count_from_nothing_again() {
        List<RecordRow> rows = rows(new Random(1), 30, 1);
        write(rows);

        totals.empty();

        assertThat(count.of(ANY)).isZero();
        write(rows);
        assertThat(count.of(ANY)).isEqualTo(30);
    }

    private void write(List<RecordRow> rows) {
        records.write(rows);
        totals.add(rows);
    }

    private static List<RecordRow> rows(Random random, int count, long firstPosition) {
        return RandomRecords.withinDays(random).rows(count, firstPosition);
    }
}
