package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.DialectConfigs.Kept;
import io.curtaincall.dialects.port.RelaySubscriptions;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one store: configs by id, in lists, and for parts of a scope. */
class DialectConfigListsIT {
    private static final AccountId OTHER = new AccountId("other");
    private static final String FORMAT = "of-a-dialect";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();

    @TempDir
    private static Path folder;

    private static RunningConfigService here;
    private static RunningConfigService there;

    @BeforeAll
    static void open() {
        here = RunningConfigService.start(STORE, folder, "curtaincall.egress.allow=127.0.0.0/8:9000");
        there = RunningConfigService.start(STORE, folder, "curtaincall.egress.allow=127.0.0.0/8:9000");
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
        STORE.close();
    }

    @Test
    void every_process_lists_what_any_has_written_at_once_and_oldest_first() {
        AccountId lister = new AccountId("lister");
        List<String> added = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            DialectConfigs one = i % 2 == 0 ? configs(here) : configs(there);
            DialectConfigs other = i % 2 == 0 ? configs(there) : configs(here);
            added.add(one.add(config(scope(lister, "list" + (50 - i) + ".example.com", ""), "/a"))
                    .id());
            assertThat(other.all(lister, FORMAT)).extracting(Kept::id).isEqualTo(added);
        }
        ConfigScope removed = scope(lister, "list50.example.com", "");
        configs(there).remove(removed);
        assertThat(configs(here).all(lister, FORMAT)).extracting(Kept::id).isEqualTo(added.subList(1, 12));
        String again = configs(here).add(config(removed, "/a")).id();
        assertThat(added).doesNotContain(again);
        assertThat(configs(there).all(lister, FORMAT).getLast().id()).isEqualTo(again);
    }

    @Test
    void a_config_is_found_by_its_id_by_its_account_through_its_format_only() {
        AccountId finder = new AccountId("finder");
        DialectConfig config = config(scope(finder, "find.example.com", ""), "/a");
        Kept added = configs(here).add(config);
        assertThat(configs(there).byId(finder, FORMAT, added.id())).contains(added);
        assertThat(added.config()).isEqualTo(config);
        assertThat(configs(there).byId(OTHER, FORMAT, added.id())).isEmpty();
        assertThat(configs(there).byId(finder, "another", added.id())).isEmpty();
        assertThat(configs(there).byId(finder, FORMAT, "finder")).isEmpty();
        assertThat(configs(there).byId(finder, FORMAT, "")).isEmpty();
        assertThat(configs(there).all(finder, "another")).isEmpty();
        configs(there).remove(config.scope());
        assertThat(configs(here).byId(finder, FORMAT, added.id())).isEmpty();
    }

    @Test
    void a_change_is_told_with_its_time_and_one_that_changes_nothing_keeps_the_time() {
        AccountId changer = new AccountId("changer");
        ConfigScope scope = scope(changer, "change.example.com", "");
        Kept added = configs(here).add(config(scope, "/a"));
        assertThat(added.changedAt()).isEqualTo(added.addedAt());
        DialectConfig moved = config(scope, "/b");
        Kept changed = configs(there).change(scope, known -> moved);
        assertThat(changed.id()).isEqualTo(added.id());
        assertThat(changed.config()).isEqualTo(moved);
        assertThat(changed.addedAt()).isEqualTo(added.addedAt());
        assertThat(changed.changedAt()).isAfter(added.changedAt());
        assertThat(configs(here).change(scope, known -> known)).isEqualTo(changed);
        assertThat(configs(here).all(changer, FORMAT)).containsExactly(changed);
    }

    @Test
    void each_part_of_a_scope_has_a_config_of_its_own() {
        AccountId parted = new AccountId("parted");
        DialectConfig whole = config(scope(parted, "part.example.com", ""), "/whole");
        DialectConfig push = config(scope(parted, "part.example.com", "push"), "/push");
        DialectConfig record = config(scope(parted, "part.example.com", "record"), "/record");
        configs(here).add(push);
        configs(there).add(record);
        assertThat(configs(here).find(whole.scope())).isEmpty();
        configs(here).add(whole);
        assertThat(configs(there).find(push.scope())).contains(push);
        assertThat(configs(here).find(record.scope())).contains(record);
        assertThat(configs(there).all(parted, FORMAT)).extracting(Kept::config).containsExactly(push, record, whole);
        configs(here).remove(push.scope());
        assertThat(configs(there).find(push.scope())).isEmpty();
        assertThat(configs(there).find(record.scope())).contains(record);
    }

    @Test
    void the_id_of_a_config_without_a_part_is_what_it_always_was() {
        AccountId stable = new AccountId("stable");
        Kept added = configs(here).add(config(scope(stable, "stable.example.com", ""), "/a"));
        assertThat(added.id())
                .isEqualTo("nc_"
                        + Hashes.sha256Hex("stable\nof-a-dialect\nstable.example.com\n*\n1")
                                .substring(0, 32));
    }

    @Test
    void a_subscription_to_relays_is_not_among_the_configs_of_domains() {
        AccountId relayer = new AccountId("relayer");
        String id = here.bean(RelaySubscriptions.class)
                .add(relayer, FORMAT, "app9", Set.of(), "http://127.0.0.1:9000/")
                .id();
        assertThat(configs(there).all(relayer, FORMAT)).isEmpty();
        assertThat(configs(there).byId(relayer, FORMAT, id)).isEmpty();
    }

    private static DialectConfigs configs(RunningConfigService process) {
        return process.bean(DialectConfigs.class);
    }

    private static ConfigScope scope(AccountId account, String domain, String part) {
        return new ConfigScope(account, FORMAT, domain, "*", part);
    }

    private static DialectConfig config(ConfigScope scope, String path) {
        return new DialectConfig(
                scope,
                "http://127.0.0.1:9000" + path,
                Set.of(Topic.RECORDING_FILE_COMPLETED),
                "of-a-dialect",
                "key-of-the-test",
                null,
                Map.of("app", "**", "path", path));
    }
}
