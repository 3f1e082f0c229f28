package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A request of usual size stays one: nobody makes it a text to sign that is a thousand times as long. */
class SignedHeadersIT {
    private static final String BULKY = "bulkyvalue";
    private static final String SPELLINGS =
            IntStream.range(0, 1000).mapToObj(SignedHeadersIT::spelling).collect(Collectors.joining(";"));
    private static final String VALUE = "a".repeat(16_000);
    private static final Duration SOON = Duration.ofSeconds(5);

    private final RawHttp http = SignedPost.http(DialectProcess.shared());

    @Test
    void a_header_in_a_thousand_spellings_is_refused_at_once() throws Exception {
        String good = SignedPost.records("AKnobody").text();
        requireRefusedSoon(good.replaceFirst("SignedHeaders=[^,]*", "SignedHeaders=x-date;" + SPELLINGS)
                .replaceFirst("\r\n", "\r\n" + BULKY + ": " + VALUE + "\r\n"));
    }

    @Test
    void so_it_is_in_a_url() throws Exception {
        SignedPost post = SignedPost.records("AKnobody");
        Map<String, String> query = post.inQuery();
        query.put("X-SignedHeaders", SPELLINGS);
        Map<String, String> headers = Map.of("Host", RawHttp.HOST, BULKY, VALUE);
        requireRefusedSoon(post.text(query, headers, "{}"));
    }

    private void requireRefusedSoon(String request) throws Exception {
        Instant before = Instant.now();
        Reply reply = http.exchange(request);
        assertThat(Duration.between(before, Instant.now())).isLessThan(SOON);
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("InvalidAuthorization");
        assertThat(reply.text()).hasSizeLessThan(1_000);
    }

    /** Each number has its own upper-case letters. */
    private static String spelling(int number) {
        StringBuilder spelled = new StringBuilder(BULKY);
        for (int i = 0; i < BULKY.length(); i++) {
            if ((number >> i & 1) == 1) spelled.setCharAt(i, Character.toUpperCase(BULKY.charAt(i)));
        }
        return spelled.toString();
    }
}
