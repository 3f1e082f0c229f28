package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedService.class)
class NotifyConfigsIT {
    private static final String PATH = "/v1/notify-configs";
    private static final String SECRET = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3";

    private final ConfigClient operator;
    private ConfigClient account;
    private String name = "";

    NotifyConfigsIT(ConfigClient operator) {
        this.operator = operator;
        this.account = operator;
    }

    @BeforeEach
    void open_an_account(TestInfo test) {
        name = "t" + Integer.toHexString(test.getDisplayName().hashCode());
        account = operator.as(operator.openAccount(name));
    }

    @Test
    void a_config_is_added_with_defaults_and_its_secret_is_shown_once() {
        Reply added = account.post(PATH, "{\"domain\":\"%s\",\"url\":\"https://8.8.8.8/cb\"}".formatted(domain()));
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"1\"");
        assertThat(added.header("Location")).isEqualTo(PATH + "/" + added.text("/id"));
        assertThat(added.response().body())
                .startsWith("{\"id\":\"" + added.text("/id") + "\",\"version\":1,\"accountId\":\"" + name + "\",")
                .contains(
                        "\"app\":\"*\"",
                        "\"topics\":[\"recording.started\",\"recording.paused\",\"recording.resumed\","
                                + "\"recording.file.completed\",\"recording.over\",\"recording.failed\"]",
                        "\"format\":\"curtaincall\"",
                        "\"signing\":{\"scheme\":\"standard-webhooks\",\"secret\":\"whsec_",
                        "\"enabled\":true");
        Reply read = account.get(added.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.header("ETag")).isEqualTo("\"1\"");
        assertThat(read.response().body()).contains("\"signing\":{\"scheme\":\"standard-webhooks\",\"keyId\":\"k1\"}");
    }

    @Test
    void topics_of_streams_are_asked_for_by_name() {
        Reply added = account.post(PATH, config("\"topics\":[\"stream.started\",\"stream.ended\",\"snapshot.taken\"]"));
        assertThat(added.response().body())
                .contains("\"topics\":[\"stream.started\",\"stream.ended\",\"snapshot.taken\"]");
    }

    @Test
    void a_domain_may_have_a_hundred_configs_of_which_each_can_be_changed() {
        String path = add();
        for (int i = 1; i < 100; i++) {
            assertThat(account.post(PATH, config("\"enabled\":true")).status()).isEqualTo(201);
        }
        Reply beyond = account.post(PATH, config("\"enabled\":true"));
        assertThat(beyond.status()).isEqualTo(409);
        assertThat(beyond.response().body()).contains("has 100 notify configs");
        assertThat(account.put(path, config("\"enabled\":false"), "If-Match", "1")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_given_secret_is_taken() {
        Reply added = account.post(PATH, config("\"signing\":{\"secret\":\"" + SECRET + "\"}"));
        assertThat(added.text("/signing/secret")).isEqualTo(SECRET);
    }

    @Test
    void a_change_needs_the_version_it_changes() {
        String path = add();
        assertThat(account.put(path, config("\"enabled\":false")).status()).isEqualTo(428);
        assertThat(account.put(path, config("\"enabled\":false"), "If-Match", "x")
                        .status())
                .isEqualTo(400);
        assertThat(account.put(path, config("\"enabled\":false"), "If-Match", "2")
                        .status())
                .isEqualTo(412);
        Reply changed = account.put(path, config("\"enabled\":false"), "If-Match", "\"1\"");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"2\"");
        assertThat(changed.json().get("enabled").booleanValue()).isFalse();
        assertThat(account.get(path).json()).isEqualTo(changed.json());
        assertThat(account.put(path, config("\"enabled\":true"), "If-Match", "2")
                        .header("ETag"))
                .isEqualTo("\"3\"");
    }

    @Test
    void what_was_read_can_be_sent_back_changed() {
        String path = add();
        String read = account.get(path).response().body();
        Reply changed = account.put(path, read.replace("8.8.8.8", "9.9.9.9"), "If-Match", "1");
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.text("/url")).isEqualTo("https://9.9.9.9/cb");
        Reply stolen =
                account.put(path, read.replace("\"accountId\":\"" + name, "\"accountId\":\"demo"), "If-Match", "2");
        assertThat(stolen.text("/errors/0/field")).isEqualTo("/accountId");
    }

    @Test
    void a_schedule_of_its_own_is_kept_until_a_change_leaves_it_out() {
        Reply added = account.post(PATH, config("\"retry\":{\"schedule\":[\"PT1M\",\"pt300s\",\"P1D\"]}"));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        String path = added.header("Location");
        assertThat(account.get(path).response().body())
                .contains("\"retry\":{\"schedule\":[\"PT1M\",\"PT5M\",\"PT24H\"]}");
        Reply none = account.put(path, config("\"retry\":{\"schedule\":[]}"), "If-Match", "1");
        assertThat(none.response().body()).contains("\"version\":2", "\"retry\":{\"schedule\":[]}");
        String terms =
                "\"retry\":{\"preset\":\"volcengine\",\"quick\":{\"attempts\":5},\"timeout\":\"7s\",\"deadline\":\"1h\"}";
        assertThat(account.put(path, config(terms), "If-Match", "2").response().body())
                .contains(
                        "\"retry\":{\"preset\":\"volcengine\",\"quick\":{\"attempts\":5,\"base\":\"PT0.5S\",\"max\":\"PT5S\","
                                + "\"jitter\":0.5},\"timeout\":\"PT7S\",\"deadline\":\"PT1H\"}");
        String nothing = "\"retry\":{\"quick\":null,\"timeout\":\"9s\"}";
        assertThat(account.put(path, config(nothing), "If-Match", "3")
                        .response()
                        .body())
                .contains("\"retry\":{\"timeout\":\"PT9S\"}");
        Reply usual = account.put(path, config("\"retry\":null"), "If-Match", "4");
        assertThat(usual.response().body()).contains("\"version\":5").doesNotContain("retry");
    }

    @Test
    void limits_are_kept_until_a_change_leaves_them_out() {
        Reply added = account.post(PATH, config("\"limits\":{\"perSecond\":10,\"inOrder\":true}"));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        String path = added.header("Location");
        Reply read = account.get(path);
        assertThat(read.text("/limits/perSecond")).isEqualTo("10");
        assertThat(read.text("/limits/inOrder")).isEqualTo("true");
        Reply narrower = account.put(path, config("\"limits\":{\"concurrent\":1}"), "If-Match", "1");
        assertThat(narrower.text("/limits/concurrent")).isEqualTo("1");
        assertThat(narrower.response().body()).doesNotContain("perSecond");
        Reply usual = account.put(path, config("\"limits\":{\"inOrder\":false}"), "If-Match", "2");
        assertThat(usual.response().body()).contains("\"version\":3").doesNotContain("limits");
    }

    @Test
    void a_removed_config_is_gone() {
        String path = add();
        assertThat(account.delete(path, "If-Match", "9").status()).isEqualTo(412);
        assertThat(account.delete(path).status()).isEqualTo(204);
        assertThat(account.get(path).status()).isEqualTo(404);
        assertThat(account.delete(path).status()).isEqualTo(404);
        assertThat(account.get(PATH).json().get("notifyConfigs").size()).isZero();
    }

    @Test
    void another_account_cannot_tell_whether_a_config_is_there() {
        String path = add();
        ConfigClient other = operator.as(operator.openAccount(name + "-other"));
        Reply hidden = other.get(path);
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(other.put(path, config("\"enabled\":true"), "If-Match", "1").status())
                .isEqualTo(404);
        assertThat(other.delete(path).status()).isEqualTo(404);
        assertThat(other.get(PATH).json().at("/page/total").asInt()).isZero();
        String none = PATH + "/nc_none";
        assertThat(hidden.text("/detail").replace(path.substring(PATH.length() + 1), "nc_none"))
                .isEqualTo(other.get(none).text("/detail"));
        assertThat(other.get(PATH + "/%20").status()).isEqualTo(404);
    }

    @Test
    void anothers_domain_is_refused() {
        add();
        ConfigClient other = operator.as(operator.openAccount(name + "-other"));
        Reply refused = other.post(
                PATH, config("\"enabled\":true").replace(domain(), domain().toUpperCase(java.util.Locale.ROOT)));
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("/type")).isEqualTo("urn:curtaincall:problem:domain-taken");
    }

    @Test
    void the_list_is_read_page_by_page() {
        for (int i = 0; i < 5; i++) add();
        Reply first = account.get(PATH + "?pageSize=2");
        Reply second = account.get(PATH + "?pageSize=2&cursor=" + first.text("/page/next"));
        Reply third = account.get(PATH + "?pageSize=2&cursor=" + second.text("/page/next"));
        assertThat(first.json().at("/page/total").asInt()).isEqualTo(5);
        assertThat(third.json().at("/page/next").isNull()).isTrue();
        assertThat(java.util.stream.Stream.of(first, second, third)
                        .flatMap(page -> page.json().get("notifyConfigs").valueStream())
                        .map(row -> row.get("id").stringValue()))
                .hasSize(5)
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(account.get(PATH + "?pageSize=0").text("/errors/0/field")).isEqualTo("pageSize");
        assertThat(account.get(PATH + "?cursor=!").text("/errors/0/field")).isEqualTo("cursor");
    }

    @Test
    void the_operator_acts_for_the_account_it_names() {
        assertThat(operator.post(PATH, config("\"enabled\":true")).status()).isEqualTo(403);
        assertThat(operator.post(PATH, config("\"accountId\":\"nobody\"")).text("/errors/0/field"))
                .isEqualTo("/accountId");
        Reply added = operator.post(PATH, config("\"accountId\":\"" + name + "\""));
        assertThat(added.status()).isEqualTo(201);
        assertThat(account.get(added.header("Location")).status()).isEqualTo(200);
        assertThat(operator.get(PATH + "?accountId=" + name)
                        .json()
                        .at("/page/total")
                        .asInt())
                .isEqualTo(1);
        assertThat(account.get(PATH + "?accountId=demo").status()).isEqualTo(403);
    }

    private String add() {
        Reply added = account.post(PATH, config("\"enabled\":true"));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        return added.header("Location");
    }

    private String domain() {
        return name + ".example.com";
    }

    private String config(String more) {
        return "{\"domain\":\"%s\",\"url\":\"https://8.8.8.8/cb\",%s}".formatted(domain(), more);
    }
}
