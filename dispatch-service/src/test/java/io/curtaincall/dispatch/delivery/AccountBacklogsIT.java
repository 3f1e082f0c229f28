package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccountBacklogsIT {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId OTHER = new AccountId("other");

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("curtaincall");
    private final DueCallbacks due = new DueCallbacks(database);
    private final DueCounts counts = new DueCounts(database);
    private final AtomicLong nanos = new AtomicLong(-7);
    private final AccountBacklogs accounts = new AccountBacklogs(counts, nanos::get, 5);
    private final DueBacklog backlog = new DueBacklog(counts, accounts, Clock.systemUTC(), nanos::get, 10);

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void what_an_account_has_beyond_its_share_closes_the_intake_for_nobody_else() {
        planned(ACME, 12);
        planned(OTHER, 4);
        measure(12);
        assertThat(backlog.isFull(ACME)).isTrue();
        assertThat(backlog.isFull(OTHER)).isFalse();
        assertThat(backlog.isFull()).isFalse();

        planned(OTHER, 5);
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        backlog.measure();
        await().until(() -> backlog.isFull(OTHER));
        assertThat(backlog.isFull()).isTrue();
        assertThat(accounts.largest(1)).containsExactly(new AccountBacklogs.OfAccount(ACME, 12));
        assertThat(accounts.full()).isEqualTo(2);
    }

    @Test
    void it_is_counted_now_and_then_only() {
        planned(ACME, 1);
        measure(1);
        planned(ACME, 5);
        backlog.measure();
        assertThat(backlog.isFull(ACME)).isFalse();
        nanos.addAndGet(Duration.ofSeconds(6).toNanos());
        measure(5);
        assertThat(backlog.isFull(ACME)).isTrue();
    }

    private void measure(long expected) {
        backlog.measure();
        await().until(() -> accounts.of(ACME) == expected);
    }

    private void planned(AccountId account, int count) {
        NotifyConfigId config = new NotifyConfigId(account.value());
        List<DueChange> rows = IntStream.range(0, count)
                .mapToObj(i ->
                        new DueNews.Callback(CallbackId.of(LiveEventKey.of("s", "e" + i), config), config, account))
                .map(callback -> DueChange.planned(callback, "planner", NOON))
                .toList();
        due.apply(rows);
    }
}
