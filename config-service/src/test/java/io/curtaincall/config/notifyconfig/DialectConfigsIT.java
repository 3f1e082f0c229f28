package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.problem.Problem;
import io.curtaincall.access.problem.Problem.Conflict;
import io.curtaincall.access.problem.Problem.DomainTaken;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.access.problem.Problem.NotFound;
import io.curtaincall.access.problem.RefusedException;
import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.dialects.port.ConfigScope;
import io.curtaincall.dialects.port.DialectConfig;
import io.curtaincall.dialects.port.DialectConfigs;
import io.curtaincall.dialects.port.RelaySubscription;
import io.curtaincall.dialects.port.RelaySubscriptions;
import io.curtaincall.directory.Directory;
import io.curtaincall.embedded.EmbeddedMongo;
import io.curtaincall.events.account.AccountId;
import io.curtaincall.events.live.Topic;
import io.curtaincall.events.notifyconfig.NotifyConfigVersion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes on one store, as behind one endpoint. */
class DialectConfigsIT {
    private static final AccountId ACME = new AccountId("acme");
    private static final AccountId OTHER = new AccountId("other");
    private static final String FORMAT = "alibaba";
    private static final EmbeddedMongo STORE = EmbeddedMongo.inMemory();

    @TempDir
    private static Path folder;

    private static RunningConfigService here;
    private static RunningConfigService there;

    @BeforeAll
    static void open() {
        here = RunningConfigService.start(STORE, folder, "curtaincall.egress.allow=127.0.0.0/8:9000");
        there = RunningConfigService.start(
                STORE, folder, "curtaincall.egress.allow=127.0.0.0/8:9000", "curtaincall.accounts.domains=assigned");
    }

    @AfterAll
    static void close() {
        here.close();
        there.close();
        STORE.close();
    }

    @Test
    void what_one_process_added_another_finds_and_changes_at_once() {
        DialectConfig config = config("shared.example.com", "http://127.0.0.1:9000/a", "key1");
        configs(here).add(config);
        assertThat(configs(there).find(config.scope())).contains(config);

        DialectConfig changed = config("shared.example.com", "http://127.0.0.1:9000/b", "key2");
        configs(there).change(changed.scope(), known -> changed);
        assertThat(configs(here).find(config.scope())).contains(changed);
        configs(here).change(changed.scope(), DialectConfigsIT::unsigned);
        assertThat(configs(there).find(config.scope())).contains(unsigned(changed));
        configs(there).remove(config.scope());
        assertThat(configs(here).find(config.scope())).isEmpty();
        assertThat(refusal(() -> configs(here).remove(config.scope()))).isInstanceOf(NotFound.class);
        assertThat(refusal(() -> configs(here).change(config.scope(), known -> config)))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void a_scope_has_one_config_at_a_time_and_each_has_an_id_of_its_own() {
        Set<String> ids = new LinkedHashSet<>();
        claim("again.example.com");
        DialectConfig config = config("again.example.com", "http://127.0.0.1:9000/a", null);
        for (int i = 0; i < 5; i++) {
            configs(here).add(config);
            assertThat(refusal(() -> configs(there).add(config))).isInstanceOf(Conflict.class);
            ids.add(stored("again.example.com").configId().value());
            configs(here).remove(config.scope());
        }
        assertThat(ids).hasSize(5).allMatch(id -> id.matches("nc_[0-9a-f]{32}"));
    }

    @Test
    void of_many_who_add_at_the_same_time_in_two_processes_one_succeeds() throws Exception {
        DialectConfig config = config("race.example.com", "http://127.0.0.1:9000/a", "key1");
        List<Callable<Boolean>> adds = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            RunningConfigService process = i % 2 == 0 ? here : there;
            adds.add(() -> succeeds(() -> configs(process).add(config)));
        }
        claim("race.example.com");
        assertThat(outcomes(adds)).filteredOn(added -> added).hasSize(1);
        assertThat(configs(there).find(config.scope())).contains(config);
    }

    @Test
    void a_domain_of_another_account_and_what_is_no_domain_are_refused() {
        configs(here).add(config("mine.example.com", "http://127.0.0.1:9000/a", null));
        ConfigScope others = new ConfigScope(OTHER, FORMAT, "mine.example.com", "*");
        assertThat(configs(here).find(others)).isEmpty();
        assertThat(refusal(() -> configs(here).add(config(others, "http://127.0.0.1:9000/a", null))))
                .isInstanceOf(DomainTaken.class);
        assertThat(refusal(() -> configs(here).add(config("rtc/app1", "http://127.0.0.1:9000/a", null))))
                .isInstanceOf(Invalid.class);
    }

    @Test
    void our_own_api_shows_such_a_config_changes_what_is_not_the_dialects_and_removes_it() {
        ConfigClient operator = here.client().as(here.operatorToken());
        DialectConfig config = config("shown.example.com", "http://127.0.0.1:9000/a", null);
        configs(here).add(config);
        String path = "/v1/notify-configs/" + stored("shown.example.com").configId();
        Reply shown = operator.get(path);
        assertThat(shown.text("/format")).isEqualTo(FORMAT);
        assertThat(shown.text("/signing/scheme")).isEqualTo("none");
        assertThat(shown.json().at("/onDemand/recordOnFailure").booleanValue()).isTrue();

        Reply refused = operator.put(path, "{\"domain\":\"other.example.com\"}", "If-Match", "\"1\"");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/reason")).contains("is changed where the config was made");
        String echo = shown.response().body().replace("\"recordOnFailure\":true", "\"recordOnFailure\":false");
        assertThat(operator.put(path, echo, "If-Match", "\"1\"").status()).isEqualTo(200);
        DialectConfig moved = config("shown.example.com", "http://127.0.0.1:9000/b", null);
        configs(there).change(moved.scope(), known -> moved);
        assertThat(operator.get(path).json().at("/onDemand/recordOnFailure").booleanValue())
                .isFalse();
        assertThat(operator.delete(path).status()).isEqualTo(204);
        assertThat(configs(there).find(config.scope())).isEmpty();
    }

    @Test
    void a_dialects_callbacks_have_room_for_one_signature_so_their_key_is_not_rotated_here() {
        configs(here).add(config("onekey.example.com", "http://127.0.0.1:9000/a", "testkeyyourkey12"));
        String path = "/v1/notify-configs/" + stored("onekey.example.com").configId();
        ConfigClient operator = here.client().as(here.operatorToken());
        assertThat(operator.get(path).text("/signing/keyId")).isEqualTo("k1");
        Reply refused = operator.send("POST", path + "/rotate-key", "{}", "If-Match", "1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/detail")).contains("one signature at most", "changed where the config was made");
    }

    @Test
    void a_schedule_given_by_our_own_api_outlives_changes_through_a_dialect() {
        ConfigClient operator = here.client().as(here.operatorToken());
        DialectConfig config = config("patient.example.com", "http://127.0.0.1:9000/a", null);
        configs(here).add(config);
        String path = "/v1/notify-configs/" + stored("patient.example.com").configId();
        String schedule = "{\"retry\":{\"schedule\":[\"PT1M\",\"PT5M\"]}}";
        assertThat(operator.put(path, schedule, "If-Match", "1").status()).isEqualTo(200);
        DialectConfig moved = config("patient.example.com", "http://127.0.0.1:9000/b", null);
        configs(here).change(moved.scope(), known -> moved);

        Reply shown = operator.get(path);
        assertThat(shown.text("/url")).endsWith("/b");
        assertThat(shown.text("/retry/schedule/1")).isEqualTo("PT5M");
        assertThat(operator.put(path, "{\"enabled\":false}", "If-Match", "3").text("/retry/schedule/0"))
                .isEqualTo("PT1M");
        assertThat(operator.put(path, "{\"retry\":null}", "If-Match", "4")
                        .json()
                        .has("retry"))
                .isFalse();
    }

    @Test
    void a_change_of_a_dialect_leaves_the_limits() {
        ConfigClient operator = here.client().as(here.operatorToken());
        DialectConfig config = config("narrow.example.com", "http://127.0.0.1:9000/a", null);
        configs(here).add(config);
        String path = "/v1/notify-configs/" + stored("narrow.example.com").configId();
        assertThat(operator.put(path, "{\"limits\":{\"concurrent\":3}}", "If-Match", "1")
                        .status())
                .isEqualTo(200);
        DialectConfig moved = config("narrow.example.com", "http://127.0.0.1:9000/b", null);
        configs(here).change(moved.scope(), known -> moved);

        Reply shown = operator.get(path);
        assertThat(shown.text("/url")).endsWith("/b");
        assertThat(shown.text("/limits/concurrent")).isEqualTo("3");
    }

    @Test
    void a_subscriptions_schedule_outlives_its_change() {
        ConfigClient operator = here.client().as(here.operatorToken());
        String id = relays(here)
                .add(ACME, FORMAT, "app2", Set.of(), "http://127.0.0.1:9000/")
                .id();
        String path = "/v1/notify-configs/" + id;
        assertThat(operator.put(path, "{\"retry\":{\"schedule\":[]}}", "If-Match", "1")
                        .status())
                .isEqualTo(200);
        relays(here).change(ACME, FORMAT, "app2", Set.of("ch1"), null);
        assertThat(operator.get(path).response().body()).contains("ch1", "\"retry\":{\"schedule\":[]}");
    }

    @Test
    void an_application_belongs_to_who_first_subscribes_and_has_one_subscription() {
        RelaySubscription added = relays(there).add(ACME, FORMAT, "app1", Set.of(), "http://127.0.0.1:9000/relay");
        assertThat(added.id()).matches("Sub-[0-9A-F]{32}");
        assertThat(added.channels()).isEmpty();
        assertThat(relays(here).find(ACME, FORMAT, "app1")).contains(added);
        assertThat(relays(here).find(OTHER, FORMAT, "app1")).isEmpty();
        assertThat(refusal(() -> relays(here).add(ACME, FORMAT, "app1", Set.of(), "http://127.0.0.1:9000/")))
                .isInstanceOf(Conflict.class);
        assertThat(refusal(() -> relays(here).add(OTHER, FORMAT, "app1", Set.of(), "http://127.0.0.1:9000/")))
                .isInstanceOf(DomainTaken.class);

        relays(here).change(ACME, FORMAT, "app1", Set.of("ch1", "ch2"), null);
        RelaySubscription changed = relays(there).find(ACME, FORMAT, "app1").orElseThrow();
        assertThat(changed.channels()).containsExactlyInAnyOrder("ch1", "ch2");
        assertThat(changed.url()).isEqualTo(added.url());
        assertThat(changed.id()).isEqualTo(added.id());
        assertThat(changed.createdAt()).isEqualTo(added.createdAt());
        relays(there).remove(ACME, FORMAT, "app1");
        assertThat(relays(here)
                        .add(ACME, FORMAT, "app1", Set.of(), "http://127.0.0.1:9000/")
                        .id())
                .isNotEqualTo(added.id());
    }

    private static void claim(String domain) {
        ConfigClient operator = here.client().as(here.operatorToken());
        operator.post("/v1/accounts", "{\"id\":\"acme\"}");
        assertThat(operator.put("/v1/domains/" + domain, "{\"accountId\":\"acme\"}")
                        .status())
                .isEqualTo(200);
    }

    private static DialectConfigs configs(RunningConfigService process) {
        return process.bean(DialectConfigs.class);
    }

    private static RelaySubscriptions relays(RunningConfigService process) {
        return process.bean(RelaySubscriptions.class);
    }

    private static NotifyConfigVersion stored(String domain) {
        return here.bean(Directory.class)
                .notifyConfigs()
                .ofDomain(domain)
                .iterator()
                .next();
    }

    private static DialectConfig config(String domain, String url, @Nullable String key) {
        return config(new ConfigScope(ACME, FORMAT, domain, "*"), url, key);
    }

    private static DialectConfig config(ConfigScope scope, String url, @Nullable String key) {
        return new DialectConfig(
                scope,
                url,
                Set.of(Topic.RECORDING_FILE_COMPLETED),
                key == null ? "none" : "alibaba-live",
                key,
                "http://127.0.0.1:9000/ask");
    }

    private static DialectConfig unsigned(DialectConfig config) {
        return new DialectConfig(config.scope(), config.url(), config.topics(), "none", null, null);
    }

    private static boolean succeeds(Runnable action) {
        try {
            action.run();
            return true;
        } catch (RefusedException e) {
            assertThat(e.problem()).isInstanceOf(Conflict.class);
            return false;
        }
    }

    private static Problem refusal(Runnable action) {
        List<Problem> problems = new ArrayList<>();
        assertThatThrownBy(action::run)
                .isInstanceOfSatisfying(RefusedException.class, refused -> problems.add(refused.problem()));
        return problems.getFirst();
    }

    private static List<Boolean> outcomes(List<Callable<Boolean>> actions)
            throws InterruptedException, ExecutionException {
        List<Boolean> outcomes = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(actions.size())) {
            for (Future<Boolean> future : threads.invokeAll(actions)) outcomes.add(future.get());
        }
        return outcomes;
    }
}
