package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NumberedPagesIT {
    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("pages");
    private final CallbackRecords records = new CallbackRecords(database);
    private final RecordTotals totals = new RecordTotals(database);
    private final NumberedPages pages = new NumberedPages(records, new RecordCount(records, totals));

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void the_pages_of_any_filter_are_its_records_newest_first_each_once_and_the_total_is_exact(long seed) {
        Random random = new Random(seed);
        RandomRecords some = RandomRecords.withinDays(random);
        List<RecordRow> rows = written(some, 400);

        for (int i = 0; i < 25; i++) {
            RecordsFilter filter = some.filter();
            List<CallbackRecord> wanted = RandomRecords.matching(rows, filter).stream()
                    .map(RecordRow::record)
                    .toList();

            assertThat(all(filter, 3 + random.nextInt(60), wanted.size()))
                    .as("%s", filter)
                    .isEqualTo(wanted);
        }
    }

    @Test
    void more_domains_than_an_index_merges_at_once_are_paged_through_like_one() {
        List<String> domains =
                IntStream.range(0, 60).mapToObj(i -> "d" + i + ".example").toList();
        Random random = new Random(7);
        List<RecordRow> rows = new ArrayList<>();
        for (int position = 1; position <= 900; position++) {
            Attempts attempts = Attempts.delivered()
                    .of("demo", domains.get(random.nextInt(60)), "live", "s")
                    .about(random.nextBoolean() ? Topic.STREAM_STARTED : Topic.RECORDING_OVER);
            rows.add(RecordRow.of(
                    attempts.event("e-" + position), Attempts.NOON.plusSeconds(random.nextInt(20_000)), position));
        }
        records.write(rows);
        totals.add(rows);
        for (int count : new int[] {6, 7, 40, 59}) {
            RecordsFilter filter = new RecordsFilter(
                    new AccountId("demo"),
                    Set.copyOf(domains.subList(0, count)),
                    null,
                    null,
                    null,
                    Set.of(),
                    Set.of(),
                    Attempts.NOON.plusSeconds(100),
                    Attempts.NOON.plusSeconds(19_000));
            List<CallbackRecord> wanted = RandomRecords.matching(rows, filter).stream()
                    .map(RecordRow::record)
                    .toList();
            assertThat(filter.walks()).hasSize((count + 5) / 6);
            assertThat(all(filter, 17, wanted.size())).isEqualTo(wanted);
        }
    }

    @Test
    void a_page_beyond_the_end_is_empty_and_tells_the_total() {
        written(RandomRecords.withinDays(new Random(1)), 40);

        assertThat(pages.find(RecordsFilter.ANY, 5, 10, Function.identity()))
                .isEqualTo(new NumberedPage<>(List.of(), 40));
        assertThat(pages.find(RecordsFilter.ANY, 100_000, 500, Function.identity()))
                .isEqualTo(new NumberedPage<>(List.of(), 40));
        assertThat(pages.find(RecordsFilter.ANY, Integer.MAX_VALUE, 1000, Function.identity()))
                .isEqualTo(new NumberedPage<>(List.of(), 40));
    }

    @Test
    void a_record_that_is_not_counted_yet_still_makes_a_next_page() {
        RandomRecords some = RandomRecords.withinDays(new Random(1));
        written(some, 10);
        records.write(some.rows(1, 11));

        assertThat(pages.find(RecordsFilter.ANY, 1, 10, Function.identity()).total())
                .isEqualTo(11);
        assertThat(pages.find(RecordsFilter.ANY, 1, 10, Function.identity()).rows())
                .hasSize(10);
    }

    private List<CallbackRecord> all(RecordsFilter filter, int size, int total) {
        List<CallbackRecord> all = new ArrayList<>();
        for (int page = 1; page <= total / size + 2; page++) {
            NumberedPage<CallbackRecord> found = pages.find(filter, page, size, Function.identity());
            assertThat(found.total()).as("%s", filter).isEqualTo(total);
            all.addAll(found.rows());
        }
        return all;
    }

    private List<RecordRow> written(RandomRecords some, int count) {
        List<RecordRow> rows = some.rows(count, 1);
        records.write(rows);
        totals.add(rows);
        return rows;
    }
}
