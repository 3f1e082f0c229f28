package io.curtaincall.config.hooksource;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.RunningConfigService;
import io.curtaincall.config.SharedService;
import io.curtaincall.embedded.EmbeddedMongo;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(SharedService.class)
class HookSourcesIT {
    private static final String PATH = "/v1/hook-sources";

    private final ConfigClient operator;

    HookSourcesIT(ConfigClient operator) {
        this.operator = operator;
    }

    @Test
    void a_source_is_added_with_the_secret_url_to_put_into_the_media_server() {
        ConfigClient account = operator.as(operator.openAccount("hooked"));
        Reply added = account.post(PATH, source("nginx-rtmp", "Hooked.example.com", "edge-1", ""));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/path")).matches("/hooks/nginx-rtmp/[A-Za-z0-9_-]{32}");
        assertThat(added.text("/url")).isEqualTo("http://127.0.0.1:" + operator.port() + added.text("/path"));
        assertThat(added.text("/domain")).isEqualTo("hooked.example.com");
        assertThat(added.json().get("recordingExpected").booleanValue()).isTrue();
        assertThat(added.json().has("recordRoot")).isFalse();
    }

    @Test
    void where_hooks_are_taken_by_another_process_the_url_is_that_ones(@TempDir Path folder) {
        try (EmbeddedMongo store = EmbeddedMongo.inMemory();
                RunningConfigService service = RunningConfigService.start(
                        store, folder, "curtaincall.hooks.base-url=https://hooks.example.com/in")) {
            Reply added = service.client()
                    .as(service.operatorToken())
                    .post(PATH, source("nginx-rtmp", "apart.example.com", "edge-1", ""));

            assertThat(added.text("/url")).isEqualTo("https://hooks.example.com/in" + added.text("/path"));
        }
    }

    @Test
    void the_list_shows_a_callers_own_sources_and_no_secret() {
        ConfigClient account = operator.as(operator.openAccount("lister"));
        Reply added = account.post(
                PATH,
                source(
                        "node-media-server",
                        "l.example.com",
                        "n",
                        ",\"recordingExpected\":false,\"recordRoot\":\"/rec\""));
        operator.post(PATH, source("nginx-rtmp", "l.example.com", "n", ""));
        Reply list = account.get(PATH);
        assertThat(list.json().get("hookSources").size()).isEqualTo(1);
        assertThat(list.response().body())
                .contains("\"recordRoot\":\"/rec\"", "\"recordingExpected\":false", "\"accountId\":\"lister\"")
                .doesNotContain(secret(added));
        assertThat(operator.get(PATH + "?pageSize=1000")
                        .json()
                        .at("/page/total")
                        .asInt())
                .isGreaterThan(1);
    }

    @Test
    void a_removed_source_is_gone_and_anothers_cannot_be_removed() {
        ConfigClient account = operator.as(operator.openAccount("remover"));
        String path = PATH + "/"
                + account.post(PATH, source("nginx-rtmp", "r.example.com", "n", ""))
                        .text("/id");
        ConfigClient other = operator.as(operator.openAccount("stranger"));
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(account.delete(path).status()).isEqualTo(204);
        assertThat(account.delete(path).status()).isEqualTo(404);
        assertThat(account.get(PATH).json().get("hookSources").size()).isZero();
    }

    @Test
    void a_source_uses_the_domain_so_it_must_be_the_accounts_own() {
        ConfigClient first = operator.as(operator.openAccount("first-user"));
        assertThat(first.post(PATH, source("nginx-rtmp", "used.example.com", "n", ""))
                        .status())
                .isEqualTo(201);
        ConfigClient second = operator.as(operator.openAccount("second-user"));
        assertThat(second.post(PATH, source("nginx-rtmp", "used.example.com", "n", ""))
                        .status())
                .isEqualTo(409);
        assertThat(operator.post(PATH, source("nginx-rtmp", "used.example.com", "n", ""))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/etc", "/recordings", "/srv"})
    void only_the_operator_lets_files_be_looked_at_wherever_they_are(String folder) {
        String source = source("nginx-rtmp", "roots.example.com", "n", ",\"recordRoot\":\"" + folder + "\"");
        Reply refused = operator.as(operator.openAccount("rooted" + folder.replace("/", "-") + "x"))
                .post(PATH, source);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("/recordRoot");
        assertThat(refused.text("/errors/0/reason")).contains("curtaincall.hooks.record-roots", "operator");
        assertThat(operator.post(PATH, source).status()).isEqualTo(201);
    }

    @Test
    void hosts_may_have_domains_of_their_own_all_of_them_the_accounts() {
        ConfigClient account = operator.as(operator.openAccount("hosting"));
        String hosts = ",\"domains\":{\"__defaultVhost__\":\"One.example.com\",\"cam\":\"two.example.com\"}";
        Reply added = account.post(PATH, source("srs", "zero.example.com", "n", hosts));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/domains/__defaultvhost__")).isEqualTo("one.example.com");
        assertThat(account.get(PATH).text("/hookSources/0/domains/cam")).isEqualTo("two.example.com");
        ConfigClient other = operator.as(operator.openAccount("host-taker"));
        String taken = ",\"domains\":{\"cam\":\"one.example.com\"}";
        assertThat(other.post(PATH, source("srs", "three.example.com", "n", taken))
                        .status())
                .isEqualTo(409);
        assertThat(account.post(PATH, source("srs", "three.example.com", "n", ""))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void folders_may_be_found_elsewhere_where_the_operator_lets_accounts_look() {
        String paths = ",\"paths\":{\"/data/rec\":\"/srv/rec\"}";
        Reply added = operator.post(PATH, source("nginx-rtmp", "mapped.example.com", "n", paths));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.text("/paths/~1data~1rec")).isEqualTo("/srv/rec");
        Reply refused = operator.as(operator.openAccount("mapping"))
                .post(PATH, source("nginx-rtmp", "mapped-2.example.com", "n", paths));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("/paths/~1data~1rec");
        assertThat(refused.text("/errors/0/reason")).contains("curtaincall.hooks.record-roots");
    }

    @ParameterizedTest
    @CsvSource({
        "nginx-rtmp, '\"domains\":{\"a\":\"b.example.com\"}', /domains",
        "srs, '\"domains\":{\"a\":\"-\"}', /domains/a",
        "srs, '\"domains\":{\"\":\"a.example.com\"}', /domains/",
        "srs, '\"domains\":7', /domains",
        "srs, '\"paths\":{\"rec\":\"/rec\"}', /paths/rec",
        "srs, '\"paths\":{\"/rec\":\"/rec/../etc\"}', /paths/~1rec"
    })
    void a_name_that_cannot_be_is_refused_where_it_stands(String kind, String names, String field) {
        Reply refused = operator.post(PATH, source(kind, "named.example.com", "n", "," + names));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo(field);
    }

    @Test
    void what_is_wrong_is_named() {
        Reply refused = operator.post(
                PATH,
                source(
                        "no-such-server",
                        "-.example.com",
                        "a/b",
                        ",\"recordingExpected\":\"yes\",\"recordRoot\":\"/a/../b\""));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactly("/kind", "/domain", "/node", "/recordingExpected", "/recordRoot");
    }

    @Test
    void what_a_media_server_signs_with_is_asked_for_where_it_signs_and_never_shown() {
        ConfigClient account = operator.as(operator.openAccount("signed"));
        String proof = ",\"serverKey\":\"APIplanted\",\"serverSecret\":\"planted-secret-of-livekit\"";
        Reply added = account.post(PATH, source("livekit", "signed.example.com", "n", proof));
        assertThat(added.status()).isEqualTo(201);
        Reply oryx =
                account.post(PATH, source("oryx", "signed.example.com", "n", ",\"serverSecret\":\"planted-opaque\""));
        assertThat(oryx.status()).isEqualTo(201);
        assertThat(added.response().body()
                        + oryx.response().body()
                        + account.get(PATH).response().body())
                .doesNotContain("planted");
    }

    @ParameterizedTest
    @CsvSource({
        "livekit, '', /serverKey /serverSecret",
        "livekit, ',\"serverKey\":null,\"serverSecret\":null', /serverKey /serverSecret",
        "livekit, ',\"serverKey\":\"APIx\"', /serverSecret",
        "oryx, ',\"serverKey\":\"APIx\",\"serverSecret\":\"x\"', /serverKey",
        "srs, ',\"serverSecret\":\"x\"', /serverSecret"
    })
    void what_a_kind_of_media_server_cannot_show_is_refused(String kind, String more, String fields) {
        Reply refused = operator.post(PATH, source(kind, "shown.example.com", "n", more));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json()
                        .get("errors")
                        .valueStream()
                        .map(error -> error.get("field").stringValue()))
                .containsExactly(fields.split(" "));
    }

    private static String secret(Reply added) {
        String path = added.text("/path");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static String source(String kind, String domain, String node, String more) {
        return "{\"kind\":\"%s\",\"domain\":\"%s\",\"node\":\"%s\"%s}".formatted(kind, domain, node, more);
    }
}
