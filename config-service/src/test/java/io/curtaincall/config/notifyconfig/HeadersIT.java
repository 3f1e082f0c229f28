package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which headers a config may have sent along, and that their values are not told. */
@ExtendWith(SharedService.class)
class HeadersIT {
    private static final String PATH = "/v1/notify-configs";

    private final ConfigClient operator;
    private ConfigClient account;
    private String name = "";

    HeadersIT(ConfigClient operator) {
        this.operator = operator;
        this.account = operator;
    }

    @BeforeEach
    void open_an_account(TestInfo test) {
        name = "h" + Integer.toHexString((test.getDisplayName() + test.getTestMethod()).hashCode());
        account = operator.as(operator.openAccount(name));
    }

    @Test
    void names_are_told_and_values_never() {
        Reply added =
                account.post(PATH, config("{\"X-Api-Key\":\"planted value\",\"Authorization\":\"Bearer planted\"}"));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
        String told = "\"headers\":{\"Authorization\":\"(redacted)\",\"X-Api-Key\":\"(redacted)\"}";
        assertThat(added.response().body()).contains(told).doesNotContain("planted");
        assertThat(account.get(added.header("Location")).response().body())
                .contains(told)
                .doesNotContain("planted");
        assertThat(account.get(PATH).response().body()).doesNotContain("planted");
    }

    @Test
    void what_was_read_can_be_sent_back_and_what_is_left_out_stays() {
        Reply added = account.post(PATH, config("{\"X-A\":\"1\",\"X-B\":\"2\"}"));
        String path = added.header("Location");
        Reply same = account.put(path, account.get(path).response().body(), "If-Match", "1");
        assertThat(same.header("ETag")).isEqualTo("\"1\"");
        Reply left = account.put(path, config("null").replace(",\"headers\":null", ""), "If-Match", "1");
        assertThat(left.header("ETag")).isEqualTo("\"1\"");
        Reply one = account.put(path, config("{\"x-a\":\"(redacted)\",\"X-C\":\"3\"}"), "If-Match", "1");
        assertThat(one.response().body()).contains("\"headers\":{\"X-C\":\"(redacted)\",\"x-a\":\"(redacted)\"}");
        Reply none = account.put(path, config("null"), "If-Match", "2");
        assertThat(none.response().body()).contains("\"version\":3").doesNotContain("headers");
    }

    @Test
    void an_underscore_alone_makes_no_name_wrong() {
        Reply added = account.post(PATH, config("{\"x_api_key\":\"v\",\"X_Host\":\"v\"}"));
        assertThat(added.status()).as(added.response().body()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Host",
                "content-length",
                "Transfer-Encoding",
                "CONNECTION",
                "Keep-Alive",
                "TE",
                "Trailer",
                "Upgrade",
                "Expect",
                "User-Agent",
                "Content-Type",
                "Content-Encoding",
                "Accept",
                "Accept-Encoding",
                "Proxy-Authorization",
                "webhook-id",
                "Webhook-Signature",
                "ali-live-signature",
                "ALI-LIVE-TIMESTAMP",
                "webhook_id",
                "Webhook_Signature",
                "curtaincall_attempt",
                "Content_Type",
                "content_length",
                "Transfer_Encoding",
                "Keep_Alive",
                "User_Agent",
                "PROXY_AUTHORIZATION",
                "ali_live_signature",
                "ali-live_timestamp",
                "",
                "a b",
                "a:b",
                "x\\u0000",
                "x\\r\\nHost",
                "é"
            })
    void a_name_that_is_not_the_configs_to_set_is_refused(String header) {
        Reply refused = account.post(PATH, config("{\"" + header + "\":\"v\"}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors").size()).isEqualTo(1);
        assertThat(refused.text("/errors/0/field")).startsWith("/headers/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a\\r\\nX-Forged: b\"",
                "\"a\\u0000\"",
                "\"a\\u007f\"",
                "\"a\\tb\"",
                "\" a\"",
                "\"a \"",
                "\"\"",
                "\"é\"",
                "\"(redacted)\"",
                "null",
                "1"
            })
    void a_value_that_is_no_header_s_is_refused_without_being_repeated(String value) {
        Reply refused = account.post(PATH, config("{\"X-Api-Key\":" + value + "}"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("/headers/X-Api-Key");
        assertThat(refused.response().body()).doesNotContain("Forged");
    }

    @Test
    void there_are_bounds() {
        assertThat(account.post(PATH, config(headers(20, 10))).status()).isEqualTo(201);
        assertThat(account.post(PATH, config(headers(21, 10))).text("/errors/0/reason"))
                .isEqualTo("must be at most 20");
        assertThat(account.post(PATH, config(headers(3, 4000))).text("/errors/0/reason"))
                .isEqualTo("must have at most 8192 characters in all");
        assertThat(account.post(PATH, config(headers(1, 4097))).text("/errors/0/field"))
                .isEqualTo("/headers/X-0");
        assertThat(account.post(PATH, config("{\"X-A\":\"1\",\"x-a\":\"2\"}")).text("/errors/0/reason"))
                .isEqualTo("is there twice");
        assertThat(account.post(PATH, config("[]")).text("/errors/0/field")).isEqualTo("/headers");
    }

    private static String headers(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"X-" + i + "\":\"" + "v".repeat(length) + "\"")
                .collect(Collectors.joining(",", "{", "}"));
    }

    private String config(String headers) {
        return "{\"domain\":\"" + name + ".example.com\",\"url\":\"https://8.8.8.8/cb\",\"headers\":" + headers + "}";
    }
}
