package io.curtaincall.directory;

import static io.curtaincall.directory.Facts.DEMO;
import static io.curtaincall.directory.Facts.NOON;
import static io.curtaincall.directory.Facts.config;
import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.events.account.DomainEvent.AssignedBy;
import io.curtaincall.events.account.DomainEvent.DomainAssigned;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceRemoved;
import io.curtaincall.events.hook.HookSourceId;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigAdded;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigChanged;
import io.curtaincall.events.notifyconfig.NotifyConfigEvent.NotifyConfigRemoved;
import io.curtaincall.events.notifyconfig.NotifyConfigId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DirectoryTest {
    private final Directory directory = new Directory();

    @Test
    void a_config_that_moves_to_another_domain_leaves_the_old_one() {
        directory.apply(new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
        directory.apply(new NotifyConfigChanged(config("nc_1", 2, "b.example.com"), NOON));
        assertThat(directory.notifyConfigs().ofDomain("a.example.com")).isEmpty();
        assertThat(directory.notifyConfigs().ofDomain("b.example.com")).hasSize(1);
    }

    @Test
    void a_removed_config_and_a_removed_hook_source_are_gone() {
        directory.apply(new NotifyConfigAdded(config("nc_1", 1, "a.example.com"), NOON));
        directory.apply(new NotifyConfigRemoved(new NotifyConfigId("nc_1"), DEMO, 2, NOON));
        directory.apply(Facts.hookSource());
        directory.apply(new HookSourceRemoved(new HookSourceId("hs_1"), NOON));
        assertThat(directory.notifyConfigs().all()).isEmpty();
        assertThat(directory.notifyConfigs().ofDomain("a.example.com")).isEmpty();
        assertThat(directory.hookSources().bySecretHash("hash")).isEmpty();
    }

    @Test
    void a_domain_has_the_owner_it_was_assigned_last() {
        directory.apply(new DomainAssigned("a.example.com", DEMO, AssignedBy.FIRST_USE, NOON));
        assertThat(directory.domains().ownerOf("a.example.com")).contains(DEMO);
        assertThat(directory.domains().ownerOf("b.example.com")).isEmpty();
    }

    @Test
    void who_waits_for_a_position_goes_on_when_it_is_reached_and_not_before() throws InterruptedException {
        assertThat(directory.awaitPosition(7, Duration.ofMillis(20))).isFalse();
        Thread writer = Thread.startVirtualThread(() -> directory.advanceTo(7));
        assertThat(directory.awaitPosition(7, Duration.ofSeconds(5))).isTrue();
        writer.join();
        directory.advanceTo(3);
        assertThat(directory.position()).isEqualTo(7);
    }
}
