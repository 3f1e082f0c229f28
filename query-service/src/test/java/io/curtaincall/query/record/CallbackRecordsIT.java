package io.curtaincall.query.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackRecordsIT {
    private static final RecordsFilter ANY = new RecordsFilter(null, null, null, null, null, null, null, null);
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
            RecordsFilter filter = filter(random);

            assertThat(all(filter, 1 + random.nextInt(40))).as("%s", filter).isEqualTo(matching(rows, filter));
            assertThat(records.count(filter)).isEqualTo(matching(rows, filter).size());
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

        assertThat(seen).isEqualTo(matching(before, ANY));
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
        List<RecordRow> rows = new ArrayList<>();
        for (long position = firstPosition; position < firstPosition + count; position++) {
            Attempts attempts = pick(random, Attempts.delivered(), Attempts.timedOut(), Attempts.interrupted())
                    .of(
                            pick(random, "demo", "other"),
                            pick(random, "a.example", "b.example"),
                            pick(random, "live", "vod"),
                            pick(random, "s1", "s2", "s3"))
                    .about(pick(random, Topic.RECORDING_STARTED, Topic.RECORDING_OVER));
            rows.add(RecordRow.of(attempts.event("e-" + position), time(random), position));
        }
        Collections.shuffle(rows, random);
        return rows;
    }

    private static RecordsFilter filter(Random random) {
        Instant from = time(random);
        return new RecordsFilter(
                random.nextBoolean() ? new AccountId("demo") : null,
                random.nextBoolean() ? "a.example" : null,
                random.nextInt(3) == 0 ? "live" : null,
                random.nextInt(3) == 0 ? "s2" : null,
                random.nextInt(3) == 0 ? Topic.RECORDING_OVER : null,
                random.nextInt(3) == 0 ? RecordStatus.FAILED : null,
                random.nextInt(3) == 0 ? from : null,
                random.nextInt(3) == 0 ? from.plusSeconds(random.nextInt(20)) : null);
    }

    /** Few distinct times, so that many records share one. */
    private static Instant time(Random random) {
        return Attempts.NOON.plusSeconds(random.nextInt(20));
    }

    private static List<RecordRow> matching(List<RecordRow> rows, RecordsFilter filter) {
        return rows.stream()
                .filter(row ->
                        holds(filter.account(), new AccountId(row.record().account())))
                .filter(row -> holds(filter.domain(), row.record().domain()))
                .filter(row -> holds(filter.app(), row.record().app()))
                .filter(row -> holds(filter.stream(), row.record().stream()))
                .filter(row -> holds(filter.topic(), Topic.of(row.record().topic())))
                .filter(row -> holds(filter.status(), row.record().status()))
                .filter(row -> filter.from() == null || !row.record().at().isBefore(filter.from()))
                .filter(row -> filter.to() == null || row.record().at().isBefore(filter.to()))
                .sorted(Comparator.comparing(
                                (Function<RecordRow, String>) row -> row.key().value())
                        .reversed())
                .toList();
    }

    private static boolean holds(@Nullable Object wanted, Object actual) {
        return wanted == null || wanted.equals(actual);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
