package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.volcengine.RawHttp.Reply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;

/** Whatever is sent, an answer comes in time and it is never that the server broke. */
class FuzzIT {
    private static final RawHttp HTTP = new RawHttp(DialectProcess.shared().port());
    /** What RFC 9110, 15.6.6, has for a broken version in the request line. */
    private static final int VERSION_NOT_SUPPORTED = 505;

    private static final String KEY = DialectProcess.shared().openAccount("volcfuzz-0");

    @Property(tries = 200)
    void any_signed_body_is_answered(@ForAll @StringLength(max = 200) String body) throws Exception {
        Reply reply = HTTP.exchange(SignedPost.records(KEY).body(text(body)).text());
        assertThat(reply.status()).isIn(400, 429);
        assertThat(reply.code()).isNotEmpty();
    }

    @Property(tries = 200)
    void any_value_of_a_parameter_is_answered(
            @ForAll @StringLength(max = 60) @CharRange(from = ' ', to = '~') String any) throws Exception {
        for (String name : List.of("StartTime", "DomainList", "PageSize")) {
            Reply reply = HTTP.exchange(SignedPost.records(KEY)
                    .body("{\"" + name + "\":" + any + "}")
                    .text());
            assertThat(reply.status()).isIn(400, 429);
        }
    }

    @Property(tries = 250)
    void a_good_request_with_broken_bytes_is_answered(
            @ForAll @Size(min = 1, max = 4) List<@IntRange(max = 600) Integer> places,
            @ForAll @CharRange(from = 0, to = 255) char broken)
            throws Exception {
        StringBuilder bytes = new StringBuilder(SignedPost.records(KEY).text());
        for (int place : places) bytes.setCharAt(place % bytes.length(), broken);
        int status = HTTP.exchange(bytes.toString()).status();
        assertThat(status).matches(answer -> answer < 500 || answer == VERSION_NOT_SUPPORTED);
    }

    @Property(tries = 150)
    void any_authorization_is_answered(@ForAll @StringLength(max = 80) @CharRange(from = ' ', to = '~') String text)
            throws Exception {
        Reply reply = HTTP.send(
                "POST /?Action=DeleteCallback&Version=2023-01-01 HTTP/1.1\r\nContent-Length: 0\r\n"
                        + "X-Date: 20261121T203200Z\r\nAuthorization: HMAC-SHA256 Credential=" + text,
                "");
        assertThat(reply.status()).isBetween(400, 499);
        assertThat(reply.code()).isNotEmpty();
    }

    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
