package io.curtaincall.config.notifyconfig;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.config.ConfigClient;
import io.curtaincall.config.ConfigClient.Reply;
import io.curtaincall.config.SharedService;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SharedService.class)
class NotifyConfigProblemsIT {
    private static final String PATH = "/v1/notify-configs";

    private final ConfigClient operator;

    NotifyConfigProblemsIT(ConfigClient operator) {
        this.operator = operator;
    }

    @Test
    void all_that_is_wrong_is_told_at_once() {
        Reply refused = operator.post(PATH, """
                {"accountId":"demo","domain":"a..b","app":"","url":"ftp://x","topics":["recording.over","nope",3],
                "format":"xml","signing":{"scheme":"hmac","secret":"short","more":1},"enabled":"yes","extra":1}""");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(fields(refused))
                .containsExactly(
                        "/domain",
                        "/app",
                        "/url",
                        "/topics/1",
                        "/topics/2",
                        "/format",
                        "/signing/scheme",
                        "/enabled",
                        "/signing/secret",
                        "/extra",
                        "/signing/more");
        assertThat(refused.text("/errors/3/reason")).startsWith("is not a topic; topics are recording.started, ");
    }

    @Test
    void a_wait_that_is_none_or_out_of_bounds_and_too_many_of_them_are_refused_by_name() {
        Reply refused = operator.post(
                PATH, retry("\"schedule\":[\"PT0.9S\",\"P7D\",\"PT192H0.001S\",\"-PT5M\",\"1x\",60,\"60\",\"1h\"]"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(fields(refused))
                .containsExactly(
                        "/retry/schedule/0",
                        "/retry/schedule/2",
                        "/retry/schedule/3",
                        "/retry/schedule/4",
                        "/retry/schedule/5",
                        "/retry/schedule/6");
        assertThat(refused.text("/errors/0/reason")).isEqualTo("must be from PT1S to PT192H");
        assertThat(refused.text("/errors/3/reason")).isEqualTo("must be a duration, as PT1M or 1m");
        String many = "\"schedule\":[" + "\"PT1M\",".repeat(30) + "\"PT1M\"]";
        assertThat(fields(operator.post(PATH, retry(many)))).containsExactly("/retry/schedule");
        String endless = "\"schedule\":[\"P7D\",\"25h\"]";
        assertThat(operator.post(PATH, retry(endless)).text("/errors/0/reason"))
                .isEqualTo("must be at most 8 days in all");
        assertThat(fields(operator.post(PATH, retry("\"schedule\":\"PT1M\"")))).containsExactly("/retry/schedule");
        assertThat(fields(operator.post(PATH, retry("\"schedule\":[],\"jitter\":1"))))
                .containsExactly("/retry/jitter");
    }

    @Test
    void terms_of_retries_beyond_their_limits_are_refused_by_name() {
        Reply refused = operator.post(
                PATH,
                retry("\"preset\":\"none\",\"timeout\":\"31s\",\"deadline\":\"9d\","
                        + "\"quick\":{\"attempts\":11,\"base\":\"50ms\",\"max\":\"1m\",\"jitter\":1.01,\"more\":1}"));
        assertThat(fields(refused))
                .containsExactlyInAnyOrder(
                        "/retry/preset",
                        "/retry/timeout",
                        "/retry/deadline",
                        "/retry/quick/attempts",
                        "/retry/quick/base",
                        "/retry/quick/max",
                        "/retry/quick/jitter",
                        "/retry/quick/more");
        assertThat(refused.response().body()).contains("presets are standard, alibaba, huawei, volcengine");
        assertThat(fields(operator.post(PATH, retry("\"quick\":{\"base\":\"9s\",\"max\":\"8s\"}"))))
                .containsExactly("/retry/quick/max");
    }

    @Test
    void limits_out_of_range_are_refused_under_their_places() {
        String body = "{\"accountId\":\"demo\",\"domain\":\"p.example.com\",\"url\":\"https://8.8.8.8/\",\"limits\":"
                + "{\"perSecond\":0,\"concurrent\":1001,\"inOrder\":\"yes\",\"perMinute\":1}}";
        assertThat(fields(operator.post(PATH, body)))
                .containsExactlyInAnyOrder(
                        "/limits/perSecond", "/limits/concurrent", "/limits/inOrder", "/limits/perMinute");
    }

    private static String retry(String terms) {
        return "{\"accountId\":\"demo\",\"domain\":\"p.example.com\",\"url\":\"https://8.8.8.8/\"," + "\"retry\":{"
                + terms + "}}";
    }

    @ParameterizedTest
    @CsvSource({
        "1,must be a JSON object",
        "'[]',must be a JSON object",
        "'{',is not JSON at line 1",
        "'{\"url\":\"x\",\"url\":\"y\"}',is not JSON at line 1",
        "'{} {}',is not JSON at line 1",
    })
    void a_body_that_is_no_json_object_is_told_so(String body, String reason) {
        Reply refused = operator.post(PATH, body);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.text("/errors/0/field")).isEqualTo("body");
        assertThat(refused.text("/errors/0/reason")).startsWith(reason);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1/",
                "http://10.0.0.1/",
                "http://169.254.169.254/",
                "http://[::1]/",
                "http://127.0.0.1:9001/"
            })
    void a_literal_private_address_is_refused_and_the_refusal_says_how_to_allow_it(String url) {
        Reply refused =
                operator.post(PATH, "{\"accountId\":\"demo\",\"domain\":\"p.example.com\",\"url\":\"" + url + "\"}");
        assertThat(fields(refused)).containsExactly("/url");
        assertThat(refused.text("/errors/0/reason")).contains("--allow-egress");
    }

    @Test
    void an_address_the_operator_allows_is_taken() {
        Reply added = operator.post(
                PATH, "{\"accountId\":\"demo\",\"domain\":\"p.example.com\",\"url\":\"http://127.0.0.1:9000/\"}");
        assertThat(added.status()).isEqualTo(201);
    }

    @Test
    void other_media_types_and_bodies_without_bound_are_refused() {
        assertThat(operator.send("POST", PATH, "a=b", "Content-Type", "application/x-www-form-urlencoded")
                        .status())
                .isEqualTo(415);
        assertThat(operator.send("POST", PATH, "{}", "Content-Type", "nonsense").status())
                .isEqualTo(415);
        assertThat(operator.post(PATH, "{\"app\":\"" + "x".repeat(262_144) + "\"}")
                        .status())
                .isEqualTo(413);
    }

    @Test
    void who_calls_is_asked_before_the_body_is_read() {
        ConfigClient nobody = operator.as("wrong");
        assertThat(nobody.post(PATH, "{").status()).isEqualTo(401);
        assertThat(nobody.post(PATH, "{").header("WWW-Authenticate")).startsWith("Bearer");
    }

    @Test
    void problems_have_this_form() {
        assertProblem(operator.get(PATH + "/nc_none"), """
                {"type":"urn:curtaincall:problem:not-found","title":"not found","status":404,
                "detail":"there is no notify config nc_none","instance":"/v1/notify-configs/nc_none"}""");
        assertProblem(operator.post(PATH, "{\"accountId\":\"demo\",\"domain\":\"d\"}"), """
                {"type":"urn:curtaincall:problem:invalid","title":"invalid","status":400,
                "detail":"/url is required","instance":"/v1/notify-configs",
                "errors":[{"field":"/url","reason":"is required"}]}""");
        String added = "{\"accountId\":\"demo\",\"domain\":\"f.example.com\",\"url\":\"https://8.8.8.8/\"}";
        String path = operator.post(PATH, added).header("Location");
        assertProblem(operator.put(path, added), """
                {"type":"urn:curtaincall:problem:precondition-required","title":"precondition required","status":428,
                "detail":"send If-Match with the version to change, as the ETag of a GET has it",
                "instance":"PATH"}""".replace("PATH", path));
        assertProblem(
                operator.put(path, added.replace("8.8.8.8", "9.9.9.9"), "If-Match", "7"), """
                {"type":"urn:curtaincall:problem:version-conflict","title":"version conflict","status":412,
                "detail":"If-Match is version 7, the newest is 1","instance":"PATH"}""".replace("PATH", path));
    }

    private static void assertProblem(Reply reply, String json) {
        assertThat(reply.json()).isEqualTo(new JsonMapper().readTree(json));
        assertThat(reply.header("Content-Type")).startsWith("application/problem+json");
    }

    private static List<String> fields(Reply refused) {
        return refused.json()
                .get("errors")
                .valueStream()
                .map(error -> error.get("field").stringValue())
                .toList();
    }
}
