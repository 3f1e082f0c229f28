package io.curtaincall.dialects.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId DEMO = new AccountId("demo");

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri() + "&serverSelectionTimeoutMS=500");
    private final MongoDatabase database = client.getDatabase("curtaincall");

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void a_nonce_is_taken_once_in_one_process_and_in_all() {
        UsedNonces one = nonces(NOON);
        UsedNonces other = nonces(NOON);
        assertThat(one.take("AK1", "n", NOON)).isTrue();
        assertThat(one.take("AK1", "n", NOON)).isFalse();
        assertThat(other.take("AK1", "n", NOON)).isFalse();
        assertThat(other.take("AK2", "n", NOON)).isTrue();
    }

    @Test
    void of_many_that_take_a_nonce_at_once_one_gets_it() throws Exception {
        List<UsedNonces> processes = List.of(nonces(NOON), nonces(NOON), nonces(NOON));
        try (var threads = Executors.newFixedThreadPool(12)) {
            List<Callable<Boolean>> takers = IntStream.range(0, 60)
                    .<Callable<Boolean>>mapToObj(n -> () -> processes.get(n % 3).take("AK1", "same", NOON))
                    .toList();
            long taken = 0;
            for (var result : threads.invokeAll(takers)) taken += result.get() ? 1 : 0;
            assertThat(taken).isOne();
        }
    }

    @Test
    void expired_nonces_are_removed_by_those_who_bring_new_ones() {
        UsedNonces early = nonces(NOON);
        IntStream.range(0, 300).forEach(n -> early.take("AK1", "early-" + n, NOON.plusSeconds(1)));
        UsedNonces late = nonces(NOON.plus(Duration.ofHours(1)));
        IntStream.range(0, 3 * ExpiringRows.WRITES_PER_SWEEP)
                .forEach(n -> late.take("AK1", "late-" + n, NOON.plus(Duration.ofHours(2))));
        assertThat(database.getCollection(UsedNonces.COLLECTION).countDocuments())
                .isEqualTo(3L * ExpiringRows.WRITES_PER_SWEEP);
    }

    @Test
    void two_processes_share_the_quota_of_an_account_and_operation() {
        Quotas one = new Quotas(database, at(NOON));
        Quotas other = new Quotas(database, at(NOON));
        long admitted = IntStream.range(0, 400)
                .filter(n -> (n % 2 == 0 ? one : other).take(DEMO, "Query", 100))
                .count();
        assertThat(admitted).isEqualTo(100);
        assertThat(one.take(DEMO, "Another", 100)).isTrue();
        assertThat(one.take(new AccountId("another"), "Query", 100)).isTrue();
    }

    @Test
    void without_a_store_nothing_is_admitted_and_nothing_is_a_bug() {
        UsedNonces nonces = nonces(NOON);
        Quotas quotas = new Quotas(database, at(NOON));
        store.close();
        assertThatThrownBy(() -> nonces.take("AK1", "n", NOON)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> quotas.take(DEMO, "Query", 1)).isInstanceOf(RefusedException.class);
    }

    private UsedNonces nonces(Instant now) {
        return new UsedNonces(database, at(now));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
