package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.dispatch.delivery.Nodes.Standing;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.embedded.EmbeddedMongo;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NodesIT {
    private static final NodeId A = new NodeId("a");
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final AtomicLong seconds = new AtomicLong();
    private final Nodes nodes = new Nodes(
            client.getDatabase("curtaincall"), Duration.ofSeconds(4), () -> TimeUnit.SECONDS.toNanos(seconds.get()));

    @AfterEach
    void close() {
        client.close();
        store.close();
    }

    @Test
    void who_was_never_seen_is_dead() {
        nodes.look();
        assertThat(nodes.standing("nobody")).isEqualTo(Standing.DEAD);
    }

    @Test
    void who_beats_is_alive_whatever_its_clock_says() {
        for (int beat = 1; beat < 10; beat++) {
            nodes.beat(A, beat, NOON.minusSeconds(beat * 3600L));
            nodes.look();
            seconds.addAndGet(3);
            assertThat(nodes.standing("a")).isEqualTo(Standing.ALIVE);
        }
    }

    @Test
    void who_stops_beating_is_dead_once_watched_for_a_life() {
        nodes.beat(A, 7, NOON);
        nodes.look();
        seconds.addAndGet(4);
        nodes.look();
        assertThat(nodes.standing("a")).isEqualTo(Standing.ALIVE);
        seconds.addAndGet(1);
        nodes.look();
        assertThat(nodes.standing("a")).isEqualTo(Standing.DEAD);
        nodes.beat(A, 8, NOON);
        nodes.look();
        assertThat(nodes.standing("a")).isEqualTo(Standing.ALIVE);
    }

    @Test
    void a_watcher_that_was_stopped_takes_nobody_for_dead_until_it_has_watched_for_a_life() {
        nodes.beat(A, 7, NOON);
        nodes.look();
        seconds.addAndGet(60);
        assertThat(nodes.standing("a")).isEqualTo(Standing.ALIVE);
        seconds.addAndGet(4);
        assertThat(nodes.standing("a")).isEqualTo(Standing.ALIVE);
        seconds.addAndGet(1);
        assertThat(nodes.standing("a")).isEqualTo(Standing.DEAD);
    }

    @Test
    void who_began_to_beat_while_the_watcher_was_stopped_is_alive() {
        nodes.look();
        seconds.addAndGet(60);
        nodes.beat(A, 1, NOON);
        assertThat(nodes.standing("a")).isEqualTo(Standing.ALIVE);
    }

    @Test
    void who_stopped_in_order_is_not_taken_for_dead() {
        nodes.beat(A, 1, NOON);
        nodes.stopped(A);
        nodes.look();
        seconds.addAndGet(60);
        assertThat(nodes.standing("a")).isEqualTo(Standing.STOPPED);
    }

    @Test
    void the_long_gone_are_forgotten() {
        nodes.beat(A, 1, NOON);
        nodes.stopped(A);
        nodes.forgetLongGone(NOON.plus(Duration.ofDays(8)));
        nodes.look();
        assertThat(nodes.standing("a")).isEqualTo(Standing.DEAD);
    }
}
