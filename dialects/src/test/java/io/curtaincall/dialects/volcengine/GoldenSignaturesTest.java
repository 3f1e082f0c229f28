package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as the vendor's SDKs once sent them. */
class GoldenSignaturesTest {
    private static final String KEY = "AKTEST0000000000000001";
    private static final String SECRET = "SKTEST00000000000000000000000000000000000001==";
    private static final String NO_SIGNATURE = "0".repeat(64);
    private static final Map<String, String> QUERY =
            Map.of("Action", "DescribeLiveCallbackData", "Version", "2023-01-01");
    private static final String CREDENTIAL = "HMAC-SHA256 Credential=" + KEY + "/20261121/cn-north-1/live/request, ";

    @Test
    void the_typed_sdk_signs_four_headers() {
        String body = "{\"App\":\"example_app\",\"CallbackEventType\":[\"push_start\",\"push_end\",\"snapshot_event\","
                + "\"record_event\"],\"CallbackStatus\":[\"success\",\"fail\"],\"DomainList\":[\"example.com\","
                + "\"example2.com\"],\"EndTime\":\"2025-03-19T00:00:00+08:00\",\"PageNum\":1,\"PageSize\":100,"
                + "\"StartTime\":\"2025-03-18T00:00:00+08:00\",\"Stream\":\"example_stream\"}";
        SignedRequest request = request(
                body,
                Map.of(
                        "content-type", "application/json",
                        "host", "127.0.0.1:18765",
                        "x-date", "20261121T203200Z",
                        "x-content-sha256", "b57de087cafda1db178eea17c0c152b0d66c4445f006ab15366526dce417cd77"),
                "content-type;host;x-content-sha256;x-date",
                "f7ea1fe00b6c2ce06a7e5735d4ecd4f206a167d38248c58f85e746030d16fcdb");
        Claim claim = Claims.of(request);
        assertThat(claim.isProvenBy(SECRET)).isTrue();
        assertThat(claim.isProvenBy(SECRET + " ")).isFalse();
        assertThat(claim.at()).isEqualTo(Instant.parse("2026-11-21T20:32:00Z"));
        assertThat(claim.valid()).isEqualTo(Duration.ofMinutes(15));
        assertThat(claim.scope()).isEqualTo(new CredentialScope(KEY, "20261121", "cn-north-1", "live"));
    }

    @Test
    void the_core_sdk_signs_the_date_alone_and_the_body_all_the_same() {
        String body = "{\"StartTime\":\"2025-03-18T00:00:00Z\",\"EndTime\":\"2025-03-19T00:00:00Z\","
                + "\"CallbackEventType\":[\"record_event\"]}";
        Map<String, String> date = Map.of("x-date", "20261121T203706Z");
        String signature = "29f66f8d3ceae226ba15d1fa70a7bd1273aa6123f431651ab30858b43bb3ef43";
        assertThat(Claims.of(request(body, date, "x-date", signature)).isProvenBy(SECRET))
                .isTrue();
        assertThat(Claims.of(request(body + " ", date, "x-date", signature)).isProvenBy(SECRET))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "host, 90c48f18dbe1a49513e590be192cd25191853d3131cd677352caa8c8b285a9a8",
        "'', 7b9b45806b5d034a4da19b614751bf8701349eef932111e1708f5a516a6b4ef2",
        "'', 27535b162877beb24ad187877ca31b93ed2602d34a35d654755629a7aac8ecfc",
    })
    void the_date_is_signed_whatever_headers_are(String signedHeaders, String signature) {
        Map<String, String> headers = Map.of("x-date", "20261121T203706Z", "host", "example.com");
        assertThat(Claims.of(request("{}", headers, signedHeaders, signature)).isProvenBy(SECRET))
                .isTrue();
        Map<String, String> later = Map.of("x-date", "20261121T203707Z", "host", "example.com");
        assertThat(Claims.of(request("{}", later, signedHeaders, signature)).isProvenBy(SECRET))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-date;x-date", "x-date;X-Date", "host;x-date;Host", "X-NONE;x-None"})
    void no_header_is_signed_twice_in_whatever_spelling(String signedHeaders) {
        Map<String, String> headers = Map.of("x-date", "20261121T203706Z", "host", "h");
        requireRefused("InvalidAuthorization", () -> Claims.of(request("{}", headers, signedHeaders, NO_SIGNATURE)));
        Map<String, String> query = new LinkedHashMap<>(QUERY);
        query.put("X-Algorithm", "HMAC-SHA256");
        query.put("X-Credential", KEY + "/20261121/cn-north-1/live/request");
        query.put("X-Date", "20261121T203706Z");
        query.put("X-SignedHeaders", signedHeaders);
        query.put("X-Signature", NO_SIGNATURE);
        SignedRequest inQuery = new SignedRequest("POST", Map.of(), query, "", Hashes.sha256Hex(""));
        requireRefused("InvalidAuthorization", () -> Claims.of(inQuery));
    }

    @Test
    void what_was_signed_is_put_together_only_when_there_is_a_key() {
        Map<String, String> headers = Map.of("x-date", "20261121T203706Z");
        Claim claim = Claims.of(request("{}", headers, "x-date;x-none", NO_SIGNATURE));
        requireRefused("SignatureDoesNotMatch", () -> claim.isProvenBy(SECRET));
    }

    @ParameterizedTest
    @CsvSource({"example.com:80, 2", "example.com:443, 2", "example.com:8080, 1", "example.com, 1", "'[::1]:80', 2"})
    void the_port_of_the_scheme_is_signed_or_left_out(String host, int ways) {
        SignedRequest request =
                request("{}", Map.of("x-date", "20261121T203706Z", "host", host), "host;x-date", NO_SIGNATURE);
        assertThat(Claims.of(request).canonical().requests()).hasSize(ways);
    }

    private static void requireRefused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        VolcengineRefusal.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo(code));
    }

    private static SignedRequest request(
            String body, Map<String, String> headers, String signedHeaders, String signature) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("authorization", List.of(CREDENTIAL + "SignedHeaders=" + signedHeaders + ", Signature=" + signature));
        return new SignedRequest("POST", all, QUERY, body, Hashes.sha256Hex(body));
    }
}
