package io.curtaincall.dispatch.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.curtaincall.dispatch.plan.NodeId;
import io.curtaincall.embedded.EmbeddedMongo;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class HeartbeatIT {
    private final EmbeddedMongo store = EmbeddedMongo.inMemory();
    private final MongoClient client = MongoClients.create(store.uri());
    private final AtomicLong seconds = new AtomicLong();
    private final Heartbeat heartbeat = heartbeat();

    private Heartbeat heartbeat() {
        DeliveryProperties properties = new Binder(new MapConfigurationPropertySource())
                .bindOrCreate("dispatch.delivery", DeliveryProperties.class);
        Nodes nodes = new Nodes(client.getDatabase("curtaincall"), properties.life(), System::nanoTime);
        return new Heartbeat(
                nodes, new NodeId("a"), properties, Clock.systemUTC(), () -> TimeUnit.SECONDS.toNanos(seconds.get()));
    }

    @AfterEach
    void close() {
        heartbeat.stop();
        client.close();
        store.close();
    }

    @Test
    void a_process_that_was_stopped_as_a_whole_drops_what_it_had_before_it_counts_as_alive_again() {
        AtomicBoolean freshWhenDropping = new AtomicBoolean(true);
        AtomicLong drops = new AtomicLong();
        heartbeat.afterLapse(() -> {
            freshWhenDropping.set(heartbeat.isFresh());
            drops.incrementAndGet();
        });
        heartbeat.start();
        assertThat(heartbeat.isFresh()).isTrue();

        seconds.addAndGet(60);
        await().atMost(Duration.ofSeconds(30)).until(heartbeat::isFresh);

        assertThat(drops).hasValue(1);
        assertThat(freshWhenDropping).isFalse();
    }

    @Test
    void a_heart_that_beats_on_drops_nothing() {
        AtomicLong drops = new AtomicLong();
        heartbeat.afterLapse(drops::incrementAndGet);
        heartbeat.start();
        seconds.addAndGet(2);
        await().pollDelay(Duration.ofMillis(1_500))
                .atMost(Duration.ofSeconds(30))
                .until(heartbeat::isFresh);
        assertThat(drops).hasValue(0);
    }
}
