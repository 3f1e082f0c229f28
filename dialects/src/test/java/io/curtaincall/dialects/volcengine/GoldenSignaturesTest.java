package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.Hashes;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests as the vendor's SDKs once sent them. */
class GoldenSignaturesTest {
    private static final String KEY = "AKTEST0000000000000001";
    private static final String SECRET = "SKTEST00000000000000000000000000000000000001==";
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
        "'', InvalidAuthorization",
        "host, InvalidAuthorization",
        "x-date;x-date, InvalidAuthorization",
        "x-date;x-none, SignatureDoesNotMatch",
    })
    void the_date_is_signed_and_no_header_twice(String signedHeaders, String code) {
        SignedRequest request =
                request("{}", Map.of("x-date", "20261121T203706Z", "host", "h"), signedHeaders, "0".repeat(64));
        assertThatThrownBy(() -> Claims.of(request))
                .isInstanceOfSatisfying(
                        VolcengineRefusal.class,
                        refusal -> assertThat(refusal.error().code()).isEqualTo(code));
    }

    @ParameterizedTest
    @CsvSource({"example.com:80, 2", "example.com:443, 2", "example.com:8080, 1", "example.com, 1", "'[::1]:80', 2"})
    void the_port_of_the_scheme_is_signed_or_left_out(String host, int ways) {
        SignedRequest request =
                request("{}", Map.of("x-date", "20261121T203706Z", "host", host), "host;x-date", "0".repeat(64));
        assertThat(Claims.of(request).canonicalRequests()).hasSize(ways);
    }

    private static SignedRequest request(
            String body, Map<String, String> headers, String signedHeaders, String signature) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("authorization", List.of(CREDENTIAL + "SignedHeaders=" + signedHeaders + ", Signature=" + signature));
        Map<String, String> query = Map.of("Action", "DescribeLiveCallbackData", "Version", "2023-01-01");
        return new SignedRequest("POST", all, query, body, Hashes.sha256Hex(body));
    }
}
