package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs that are signed in their query and handed on. */
class SignedUrlsIT {
    private static int accounts;

    private final DialectProcess process = DialectProcess.shared();
    private final RawHttp http = SignedPost.http(process);
    private final String key = process.openAccount("volcurls" + accounts++ + "-1");

    @Test
    void a_url_signed_in_its_query_is_taken_with_any_body() throws Exception {
        SignedPost post = SignedPost.records(key);
        Reply reply = http.exchange(post.textSignedInQuery("{\"EndTime\":\"2020-01-01T00:00:00Z\"}"));
        assertThat(reply.at("/ResponseMetadata/Error/Message").asString()).isEqualTo("StartTime is required");
        assertRefused(
                http.exchange(SignedPost.records(key).secret("wrong").textSignedInQuery("{}")),
                401,
                100010,
                "SignatureDoesNotMatch");
    }

    @Test
    void a_url_holds_as_long_as_it_says_and_fifteen_minutes_if_it_does_not() throws Exception {
        Instant anHourAgo = Instant.now().minusSeconds(3600);
        assertRefused(
                http.exchange(SignedPost.records(key).at(anHourAgo).textSignedInQuery("{}")),
                400,
                100006,
                "InvalidTimestamp");
        Reply taken = http.exchange(
                SignedPost.records(key).at(anHourAgo).with("X-Expires", "4000").textSignedInQuery("{}"));
        assertThat(taken.code()).isEqualTo("InvalidParam");
        for (String never : new String[] {"0", "-1", "a", "604801"}) {
            Reply refused = http.exchange(
                    SignedPost.records(key).with("X-Expires", never).textSignedInQuery("{}"));
            assertRefused(refused, 400, 100006, "InvalidTimestamp");
        }
    }

    @Test
    void what_a_url_adds_to_what_was_signed_counts_for_nothing() throws Exception {
        SignedPost old = SignedPost.records(key).at(Instant.now().minusSeconds(3600));
        Map<String, String> query = old.inQuery();
        query.put("X-Expires", "604800");
        Reply reply = http.exchange(old.text(query, Map.of("Host", RawHttp.HOST), "{}"));
        assertRefused(reply, 400, 100006, "InvalidTimestamp");
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Signature", "X-Credential", "X-Algorithm", "X-Date", "X-SignedQueries"})
    void a_url_lacks_nothing(String name) throws Exception {
        SignedPost post = SignedPost.records(key);
        Map<String, String> query = post.inQuery();
        query.remove(name);
        Reply reply = http.exchange(post.text(query, Map.of("Host", RawHttp.HOST), "{}"));
        assertThat(reply.status()).isIn(400, 401);
        assertThat(reply.at("/ResponseMetadata/Error/CodeN").asInt()).isBetween(100003, 100026);
    }

    private static void assertRefused(Reply reply, int status, int number, String code) {
        assertThat(reply.code()).isEqualTo(code);
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.at("/ResponseMetadata/Error/CodeN").asInt(0)).isEqualTo(number);
    }
}
