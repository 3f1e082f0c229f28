package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.callback.CallbackId;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ClaimsIT {
    private static final NodeId FIRST = new NodeId("node-first");
    private static final NodeId SECOND = new NodeId("node-second");
    private static final NodeId THIRD = new NodeId("node-third");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final CallbackId CALLBACK = CallbackId.of(LiveEventKey.of("urn:test", "1"), new NotifyConfigId("c"));

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final MongoDatabase database = client.getDatabase("curtaincall");
    private final AtomicLong seconds = new AtomicLong();
    private final Nodes nodes =
            new Nodes(database, Duration.ofSeconds(4), () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    private final DueCallbacks due = new DueCallbacks(database);

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void a_death_that_is_not_on_record_yet_is_still_known_when_the_next_holder_stops_in_order() {
        heldBy(FIRST);
        assertThat(claimsOf(SECOND).take(rows()))
                .singleElement()
                .extracting(DueCallback::after)
                .isEqualTo(FIRST.value());
        nodes.beat(SECOND, 1, NOON);
        nodes.stopped(SECOND);
        nodes.look();

        assertThat(claimsOf(THIRD).take(rows()))
                .singleElement()
                .extracting(DueCallback::after)
                .isEqualTo(FIRST.value());
        assertThat(rows())
                .singleElement()
                .satisfies(row -> assertThat(row.after()).isEqualTo(FIRST.value()))
                .satisfies(row -> assertThat(row.holder()).isEqualTo(THIRD.value()));
    }

    @Test
    void who_comes_back_before_its_work_is_taken_keeps_it() {
        heldBy(FIRST);
        nodes.beat(FIRST, 1, NOON);
        nodes.look();
        for (int second = 0; second < 5; second++) {
            seconds.incrementAndGet();
            nodes.look();
        }
        List<DueCallback> seen = rows();
        assertThat(claimsOf(SECOND).isTakeable(seen.getFirst())).isTrue();
        nodes.beat(FIRST, 2, NOON);
        seconds.incrementAndGet();

        assertThat(claimsOf(SECOND).take(seen)).isEmpty();
        assertThat(rows()).extracting(DueCallback::holder).containsExactly(FIRST.value());
    }

    private void heldBy(NodeId node) {
        due.apply(List.of(DueChange.planned(
                new DueNews.Callback(CALLBACK, new NotifyConfigId("c"), new AccountId("acme")), node.value(), NOON)));
    }

    private List<DueCallback> rows() {
        return due.due(null, NOON.plusSeconds(1), 10);
    }

    private Claims claimsOf(NodeId node) {
        return new Claims(due, nodes, node);
    }
}
