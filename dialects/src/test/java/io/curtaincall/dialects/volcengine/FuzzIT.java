package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import com.volcengine.model.live.v20230101.DescribeLiveCallbackDataBody;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Whatever is sent, an answer comes in time and it is never that the server broke. */
class FuzzIT {
    private static final RawHttp HTTP = SignedPost.http(DialectProcess.shared());
    private static final int THROTTLED = 429;
    /** What RFC 9110, 15.6.6, has for a broken version in the request line. */
    private static final int VERSION_NOT_SUPPORTED = 505;

    /** Several, as one account may not ask as fast. */
    private static final List<String> KEYS = IntStream.range(0, 60)
            .mapToObj(n -> DialectProcess.shared().openAccount("volcfuzz" + n + "-3"))
            .toList();

    private static final AtomicInteger COUNT = new AtomicInteger();

    /** Good bodies, in which one value is put in another's place. */
    private static final Map<String, String> BODIES = Map.of(
            "UpdateCallback", """
                    {"Vhost":"HOST","App":"app","MessageType":"push","TranscodeCallback":0,\
                    "CallbackDetailList":[{"CallbackType":"http","URL":"https://8.8.8.8/cb"}],\
                    "AuthEnable":true,"AuthKeyPrimary":"key"}""",
            "DescribeCallback", """
                    {"Vhost":"HOST","App":"app","MessageType":"push"}""",
            "DeleteCallback", """
                    {"Domain":"HOST","MessageType":"push"}""",
            "DescribeLiveCallbackData", """
                    {"DomainList":["HOST"],"App":"app","Stream":"stream","CallbackEventType":["push_start"],\
                    "CallbackStatus":["success"],"PageNum":1,"PageSize":10,"StartTime":"START","EndTime":"END"}""");

    /** Each field of each of them. */
    private static final List<Field> FIELDS = BODIES.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .flatMap(body -> Pattern.compile("\"([A-Za-z]+)\":")
                    .matcher(body.getValue())
                    .results()
                    .map(name -> new Field(body.getKey(), body.getValue(), name.group(1))))
            .toList();

    private record Field(String action, String good, String name) {
        private static final String VALUE = "(\"[^\"]*\"|\\[[^]]*]|[a-z0-9]+)";

        String body(int account, String value) {
            DescribeLiveCallbackDataBody lastHour = SdkContract.lastHour();
            String start = "\"" + name + "\":";
            return good.replace("HOST", "fuzz" + account + ".example.com")
                    .replace("START", lastHour.getStartTime())
                    .replace("END", lastHour.getEndTime())
                    .replaceFirst(start + VALUE, Matcher.quoteReplacement(start + value));
        }
    }

    @Property(tries = 200)
    void any_signed_body_is_answered(@ForAll @StringLength(max = 200) String body) throws Exception {
        Reply reply =
                HTTP.exchange(SignedPost.records(key(next())).body(text(body)).text());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isNotEmpty();
    }

    /** All others being good, a refusal is of that field or of how it is written. */
    @Property(tries = 600)
    void any_value_of_any_field_of_any_operation_is_answered(
            @ForAll @IntRange(max = 99) int field,
            @ForAll @IntRange(max = 2) int shape,
            @ForAll @StringLength(max = 60) String any)
            throws Exception {
        Field fuzzed = FIELDS.get(field % FIELDS.size());
        String quoted = new JsonMapper().writeValueAsString(any);
        String value = List.of(any, quoted, "[" + quoted + "]").get(shape);
        int account = next();
        Reply reply = HTTP.exchange(new SignedPost(key(account), fuzzed.action())
                .body(text(fuzzed.body(account, value)))
                .text());
        assertThat(reply.status()).isBetween(200, 499).isNotEqualTo(THROTTLED);
        if (reply.status() >= 400) assertThat(reply.code()).isNotEmpty();
        if (reply.code().equals("InvalidParam")) {
            assertThat(reply.at("/ResponseMetadata/Error/Message").asString()).contains(fuzzed.name());
        }
    }

    @Test
    void the_bodies_are_good_while_nothing_is_put_in_them() throws Exception {
        Set<String> numbers = Set.of("TranscodeCallback", "PageNum");
        for (Field field : FIELDS) {
            if (!numbers.contains(field.name())) continue;
            Reply reply = HTTP.exchange(new SignedPost(key(0), field.action())
                    .body(field.body(0, "1"))
                    .text());
            assertThat(reply.status()).isEqualTo(200);
        }
    }

    @Property(tries = 250)
    void a_good_request_with_broken_bytes_is_answered(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 600) Integer> places,
            @ForAll @CharRange(from = 0, to = 255) char broken)
            throws Exception {
        StringBuilder bytes = new StringBuilder(SignedPost.records(key(next())).text());
        for (int place : places) bytes.setCharAt(place % bytes.length(), broken);
        int status = HTTP.exchange(bytes.toString()).status();
        assertThat(status).isNotEqualTo(THROTTLED).matches(answer -> answer < 500 || answer == VERSION_NOT_SUPPORTED);
    }

    @Property(tries = 150)
    void any_authorization_is_answered(@ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text)
            throws Exception {
        Reply reply = HTTP.send(
                "POST /?Action=DeleteCallback&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0\r\n"
                        + "X-Date: 20261121T203200Z\r\nAuthorization: HMAC-SHA256 Credential=" + text,
                "");
        assertThat(reply.status()).isBetween(400, 499).isNotEqualTo(THROTTLED);
        assertThat(reply.code()).isNotEmpty();
    }

    private static int next() {
        return COUNT.incrementAndGet() % KEYS.size();
    }

    private static String key(int account) {
        return KEYS.get(account);
    }

    /** Encoded as UTF-8 as any client does, for which half a surrogate pair is none. */
    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
