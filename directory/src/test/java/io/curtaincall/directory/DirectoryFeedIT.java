package io.curtaincall.directory;

import static io.curtaincall.directory.Facts.DEMO;
import static io.curtaincall.directory.Facts.NOON;
import static io.curtaincall.directory.Facts.config;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.curtaincall.directory.Credential.Kind;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.live.LiveEvent.DispatchPlanned;
import io.curtaincall.events.live.LiveEventKey;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.time.Duration;
import java.util.List;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DirectoryFeedIT {
    private static final NotifyConfigId NC_1 = new NotifyConfigId("nc_1");
    private EmbeddedMongo store;

    @BeforeEach
    void startStore() {
        store = EmbeddedMongo.inMemory();
    }

    @AfterEach
    void stopStore() {
        store.close();
    }

    @Test
    void every_process_learns_of_a_config_from_the_event_store() {
        try (var writer = process();
                var reader = process()) {
            add(writer, "nc_1", 0, new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
            await().atMost(Duration.ofSeconds(5))
                    .until(() -> reader.getBean(Directory.class)
                            .notifyConfigs()
                            .byId(NC_1)
                            .isPresent());
        }
    }

    @Test
    void who_has_written_reads_it_back_after_waiting_for_the_position() throws InterruptedException {
        try (var process = process()) {
            long position = add(process, "nc_1", 0, new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
            Directory directory = process.getBean(Directory.class);
            assertThat(directory.awaitPosition(position, Duration.ofSeconds(5))).isTrue();
            assertThat(directory.notifyConfigs().byId(NC_1)).isPresent();
        }
    }

    @Test
    void a_process_starts_with_all_that_happened_before_it_removals_too() {
        try (var process = process()) {
            add(process, "demo", 0, Facts.opened());
            add(process, "demo", 1, Facts.key());
            add(process, "nc_1", 0, new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
            add(process, "nc_1", 1, new NotifyConfigChanged(config("nc_1", 2, "b.example.com"), NOON));
            add(process, "nc_2", 0, new NotifyConfigAdded(config("nc_2", 1, "a.example.com"), NOON));
            add(process, "nc_2", 1, new NotifyConfigRemoved(new NotifyConfigId("nc_2"), DEMO, 2, NOON));
        }
        try (var restarted = process()) {
            Directory directory = restarted.getBean(Directory.class);
            assertThat(directory.accounts().byId(DEMO)).isPresent();
            assertThat(directory.credentials().of(DEMO, Kind.ACCESS_KEY)).hasSize(1);
            assertThat(directory.notifyConfigs().byId(NC_1))
                    .hasValueSatisfying(config -> assertThat(config.version()).isEqualTo(2));
            assertThat(directory.notifyConfigs().all()).hasSize(1);
        }
    }

    @Test
    void a_start_from_saved_rows_does_not_read_the_whole_event_store_again() {
        try (var process = process()) {
            add(process, "nc_1", 0, new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
            for (int i = 0; i < 50; i++) add(process, "live-event/" + i, 0, plan(i));
            DirectoryRows rows = process.getBean(DirectoryRows.class);
            await().atMost(Duration.ofSeconds(10)).until(() -> rows.position() >= 51);
        }
        try (var restarted = process()) {
            assertThat(restarted.getBean(DirectoryFeed.class).startedFrom()).isGreaterThanOrEqualTo(51);
            assertThat(restarted.getBean(Directory.class).notifyConfigs().byId(NC_1))
                    .isPresent();
        }
    }

    @Test
    void a_program_that_reads_events_differently_leaves_rows_that_are_not_taken_for_our_own() {
        try (var process = process()) {
            long position = add(process, "nc_1", 0, new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
            DirectoryRows other = new DirectoryRows(
                    process.getBean(MongoDatabase.class), process.getBean(Serializer.class), "of another program");
            other.save("nc_1", position, new NotifyConfigAdded(config("nc_1", 1, "misread.example.com"), NOON));
            other.savePosition(position + 1000);
            assertThat(other.events()).hasSize(1);
        }
        try (var restarted = process()) {
            assertThat(restarted.getBean(Directory.class).notifyConfigs().byId(NC_1))
                    .hasValueSatisfying(config -> assertThat(config.domain()).isEqualTo("a.example.com"));
        }
    }

    private AnnotationConfigApplicationContext process() {
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(MongoClient.class, () -> MongoClients.create(store.uri()));
        context.register(DirectoryConfiguration.class);
        context.refresh();
        return context;
    }

    private static long add(AnnotationConfigApplicationContext process, String stream, long sequence, Object event) {
        return process.getBean(EventAppender.class).append(List.of(new NewEvent("Test", stream, sequence, event)));
    }

    private static DispatchPlanned plan(int i) {
        LiveEventKey key = LiveEventKey.of("/s", String.valueOf(i));
        return new DispatchPlanned(key, List.of(), List.of(), 1, "node", NOON);
    }
}
