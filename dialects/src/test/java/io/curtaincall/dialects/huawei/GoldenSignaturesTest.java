package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.Hashes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Vectors captured from the vendor's SDK. */
class GoldenSignaturesTest {
    private static final String SECRET = "TESTSK0000000000000000000000000000000001";
    private static final String PATH = "/v1/0123456789abcdef0123456789abcdef/record/callbacks";
    private static final String SIGNED = "host;user-agent;x-project-id;x-sdk-date";
    private static final String BODY = """
            {"publish_domain":"publish.example.com","app":"*",\
            "notify_callback_url":"https://mycallback.com.cn/record_notify",\
            "notify_event_subscription":["RECORD_NEW_FILE_START","RECORD_FILE_COMPLETE","RECORD_OVER","RECORD_FAILED"],\
            "sign_type":"HMACSHA256","key":"0123456789abcdefghijABCDEFGHIJ32"}""";

    @Test
    void the_captured_create_is_proven() {
        ApiRequest request =
                request("POST", Map.of(), BODY, "6bc29908be68246a98a6201f80bd0e1c85379026412ed4bb0e0fabd97fd4198d");
        assertThat(request.bodyHash()).isEqualTo("28b0c766609577aaec8ed42c8097f844371609d6d3f64dae75b2c505e98ac4a7");
        Claim claim = SdkSignature.claim(request);
        assertThat(claim.canonicalRequest()).isEqualTo("""
                POST
                /v1/0123456789abcdef0123456789abcdef/record/callbacks/

                host:127.0.0.1:18765
                user-agent:huaweicloud-usdk-java/3.0
                x-project-id:0123456789abcdef0123456789abcdef
                x-sdk-date:20261121T203035Z

                host;user-agent;x-project-id;x-sdk-date
                28b0c766609577aaec8ed42c8097f844371609d6d3f64dae75b2c505e98ac4a7""");
        assertThat(Hashes.sha256Hex(claim.canonicalRequest()))
                .isEqualTo("466c5c7a99cec83e0bc691a4ea0e5b8bd33c851491e89773b2edacb0d37aac3a");
        assertThat(claim.isProvenBy(SECRET)).isTrue();
        assertThat(claim.isProvenBy(SECRET + "0")).isFalse();
    }

    @Test
    void the_captured_list_is_proven() {
        Map<String, List<String>> query = new LinkedHashMap<>();
        query.put("publish_domain", List.of("publish.example.com"));
        query.put("offset", List.of("0"));
        query.put("limit", List.of("10"));
        query.put("app", List.of("*"));
        Claim claim = SdkSignature.claim(
                request("GET", query, "", "8676cf8289543929d7d823bc2d1eb2ecac5e905f9845087c0dfb988dd601f2b7"));
        assertThat(claim.canonicalRequest().split("\n")[2])
                .isEqualTo("app=%2A&limit=10&offset=0&publish_domain=publish.example.com");
        assertThat(Hashes.sha256Hex(claim.canonicalRequest()))
                .isEqualTo("eeaac58218000365cd03996183ebf194af932ce8e2ca9f66f70e01db773db9e6");
        assertThat(claim.isProvenBy(SECRET)).isTrue();
    }

    @Test
    void what_the_go_sdk_signs_is_proven_though_the_host_is_not_among_it() {
        Map<String, List<String>> query = Map.of("app", List.of("*"), "publish_domain", List.of("publish.example.com"));
        String body = """
                {"publish_domain":"publish.example.com","app":"*",\
                "notify_callback_url":"https://mycallback.com.cn/record_notify"}
                """;
        for (ApiRequest captured : List.of(
                ofGo("GET", "", query, "", "2df7e80a30db3046f1762cb7e088c52820ee8a2850c75ff491f0b8286a49b52a"),
                ofGo("POST", "", Map.of(), body, "ff1724cadddf3a0a6fd4daa5e3be4f91da757e649af9ea15228a8607ceb465a8"),
                ofGo(
                        "GET",
                        "/a%20b/c%2Ad~e+f",
                        Map.of(),
                        "",
                        "ee0c311c773e307a6b1daacbe4faeaf64501e2d41c429ea917328e25b61ab9d2"))) {
            assertThat(SdkSignature.claim(captured).isProvenBy(SECRET)).isTrue();
            assertThat(SdkSignature.claim(captured).isProvenBy(SECRET + "0")).isFalse();
        }
    }

    /** Version 0.1.207 of the SDK. */
    private static ApiRequest ofGo(
            String method, String below, Map<String, List<String>> query, String body, String signature) {
        Map<String, List<String>> headers = new LinkedHashMap<>(Map.of(
                "host", List.of("127.0.0.1:39885"),
                "user-agent", List.of("huaweicloud-usdk-go/3.0; golden"),
                "x-project-id", List.of("0123456789abcdef0123456789abcdef"),
                "content-type", List.of("application/json"),
                "x-sdk-date", List.of("20261122T120758Z")));
        headers.put(
                "authorization",
                List.of("SDK-HMAC-SHA256 Access=TESTAK00000000000001, "
                        + "SignedHeaders=user-agent;x-project-id;x-sdk-date, Signature=" + signature));
        return new ApiRequest(method, PATH + below, PATH + below, query, headers, body);
    }

    @Test
    void the_date_alone_may_be_signed_beside_method_path_query_and_body() {
        ApiRequest request = request("GET", Map.of(), "", "");
        request.headers()
                .put(
                        "authorization",
                        List.of("SDK-HMAC-SHA256 Access=a, SignedHeaders=x-sdk-date, Signature=" + "0".repeat(64)));
        assertThat(SdkSignature.claim(request).canonicalRequest())
                .isEqualTo("GET\n" + PATH + "/\n\nx-sdk-date:20261121T203035Z\n\nx-sdk-date\n" + request.bodyHash());
    }

    @Test
    void another_body_method_header_or_parameter_is_not_proven() {
        String signature = "6bc29908be68246a98a6201f80bd0e1c85379026412ed4bb0e0fabd97fd4198d";
        assertThat(SdkSignature.claim(request("POST", Map.of(), BODY + " ", signature))
                        .isProvenBy(SECRET))
                .isFalse();
        assertThat(SdkSignature.claim(request("PUT", Map.of(), BODY, signature)).isProvenBy(SECRET))
                .isFalse();
        assertThat(SdkSignature.claim(request("POST", Map.of("app", List.of("*")), BODY, signature))
                        .isProvenBy(SECRET))
                .isFalse();
        ApiRequest unsigned = request("POST", Map.of(), BODY, signature);
        unsigned.headers().put("x-sdk-content-sha256", List.of(SdkSignature.UNSIGNED_PAYLOAD));
        assertThat(SdkSignature.claim(unsigned).isProvenBy(SECRET)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SDK-HMAC-SM3 Access=a, SignedHeaders=host;x-sdk-date, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=host, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=user-agent;x-project-id, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=x-sdk-date;X-Sdk-Date, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-sdk-date;HOST, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-sdk-date;x-none, Signature=%s",
                "SDK-HMAC-SHA256 Access=, SignedHeaders=host;x-sdk-date, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, Access=b, SignedHeaders=host;x-sdk-date, Signature=%s",
                "SDK-HMAC-SHA256 Access=a, SignedHeaders=host;x-sdk-date, Signature=%s0",
                "SDK-HMAC-SHA256 nonsense",
                "SDK-HMAC-SHA256",
                ""
            })
    void what_cannot_be_checked_is_refused(String authorization) {
        ApiRequest request = request("POST", Map.of(), BODY, "");
        request.headers().put("authorization", List.of(authorization.formatted("0".repeat(64))));
        assertThatThrownBy(() -> SdkSignature.claim(request)).isInstanceOfSatisfying(HuaweiRefusal.class, refusal -> {
            assertThat(refusal.error().status()).isEqualTo(401);
            assertThat(refusal.error().code()).isEqualTo("APIGW.0301");
        });
    }

    @Test
    void the_message_signatures_are_those_of_the_vectors() {
        String key = "0123456789abcdefghijABCDEFGHIJ32";
        var message = new JsonMapper().readTree("""
                {"event_type":"RECORD_FILE_COMPLETE","publish_domain":"push.example.com","app":"live",\
                "stream":"mystream","download_url":"https://obs.example.com/r.m3u8"}""");
        assertThat(SignType.MD5.hex(key, "1583676745", message)).isEqualTo("f96fdc5a553ac5a036d31af1c7242191");
        assertThat(SignType.HMACSHA256.hex(key, "1583676745", message))
                .isEqualTo("c206ac38301e3e57eaf21f8cbdbba549b59222e50a36c9a80a2607c7d5881f45");
    }

    @Test
    void a_date_is_one_of_the_calendar() {
        assertThat(SdkDate.parse("20260230T000000Z")).isEqualTo(Optional.empty());
        assertThat(SdkDate.parse("2026-02-20T00:00:00Z")).isEqualTo(Optional.empty());
        assertThat(SdkDate.parse("20260220T000000Z")).isPresent();
    }

    private static ApiRequest request(String method, Map<String, List<String>> query, String body, String signature) {
        Map<String, List<String>> headers = new LinkedHashMap<>(Map.of(
                "host", List.of("127.0.0.1:18765"),
                "user-agent", List.of("huaweicloud-usdk-java/3.0"),
                "x-project-id", List.of("0123456789abcdef0123456789abcdef"),
                "x-sdk-date", List.of("20261121T203035Z")));
        headers.put(
                "authorization",
                List.of("SDK-HMAC-SHA256 Access=TESTAK00000000000001, SignedHeaders=" + SIGNED + ", Signature="
                        + signature));
        return new ApiRequest(method, PATH, PATH, query, headers, body);
    }
}
