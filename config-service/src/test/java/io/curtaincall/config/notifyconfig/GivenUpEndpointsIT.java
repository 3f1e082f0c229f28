package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.curtaincall.config.RunningConfigService;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.endpoint.EndpointEvent.EndpointGivenUp;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import io.curtaincall.eventstore.EventAppender;
import io.curtaincall.eventstore.NewEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenUpEndpointsIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final AccountId DEMO = new AccountId("demo");
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();

    @TempDir
    private static Path folder;

    private static RunningConfigService service;

    @BeforeAll
    static void open() {
        service = RunningConfigService.start(STORE, folder);
    }

    @AfterAll
    static void close() {
        service.close();
        STORE.close();
    }

    @Test
    void who_was_given_up_is_called_again_after_an_update_through_its_dialect() {
        ConfigScope scope = add("updated.example.com");
        NotifyConfigId id = only("updated.example.com").configId();
        giveUp(id, 1);
        awaitThat("updated.example.com", config -> !config.enabled());

        configs().change(scope, known -> known);
        awaitThat("updated.example.com", NotifyConfigVersion::enabled);
        assertThat(only("updated.example.com").version()).isEqualTo(3);
    }

    @Test
    void of_a_version_that_is_no_longer_the_newest_nobody_is_given_up() {
        add("changed.example.com");
        add("other.example.com");
        NotifyConfigId id = only("changed.example.com").configId();
        giveUp(id, 7);
        giveUp(only("other.example.com").configId(), 1);
        awaitThat("other.example.com", config -> !config.enabled());
        assertThat(only("changed.example.com").enabled()).isTrue();
    }

    @Test
    void one_that_was_removed_holds_up_no_other() {
        giveUp(new NotifyConfigId("nc_removed"), 1);
        add("later.example.com");
        giveUp(only("later.example.com").configId(), 1);
        awaitThat("later.example.com", config -> !config.enabled());
    }

    private static ConfigScope add(String domain) {
        ConfigScope scope = new ConfigScope(DEMO, "huawei", domain, "*");
        configs().add(new DialectConfig(scope, "https://8.8.8.8/", Set.of(Topic.RECORDING_OVER), "none", null, null));
        return scope;
    }

    private static DialectConfigs configs() {
        return service.bean(DialectConfigs.class);
    }

    private static void giveUp(NotifyConfigId id, long version) {
        EndpointGivenUp event = new EndpointGivenUp(id, version, DEMO, "gone", Instant.EPOCH);
        service.bean(EventAppender.class).append(List.of(new NewEvent("Endpoint", event.streamId(), 0, event)));
    }

    private static NotifyConfigVersion only(String domain) {
        return service.bean(Directory.class)
                .notifyConfigs()
                .ofDomain(domain)
                .iterator()
                .next();
    }

    private static void awaitThat(String domain, Predicate<NotifyConfigVersion> reached) {
        await().atMost(PATIENCE).until(() -> reached.test(only(domain)));
    }
}
