package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.curtaincall.access.sealing.Hashes;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Vectors computed by the vendor's own code. */
class GoldenSignaturesTest {
    private static final String SECRET = "testsecret";

    @Test
    void rpc_version_1_signs_the_golden_vector() {
        Map<String, String> parameters = new LinkedHashMap<>(Map.of(
                "Action", "DescribeLiveRecordNotifyConfig",
                "Format", "JSON",
                "Version", "2016-11-01",
                "AccessKeyId", "testid",
                "SignatureMethod", "HMAC-SHA1",
                "Timestamp", "2026-01-02T03:04:05Z",
                "SignatureVersion", "1.0",
                "SignatureNonce", "nonce-1",
                "DomainName", "example.com"));
        assertThat(RpcSignature.stringsToSign("POST", parameters))
                .containsExactly(
                        "POST&%2F&AccessKeyId%3Dtestid%26Action%3DDescribeLiveRecordNotifyConfig%26DomainName%3Dexample.com"
                                + "%26Format%3DJSON%26SignatureMethod%3DHMAC-SHA1%26SignatureNonce%3Dnonce-1"
                                + "%26SignatureVersion%3D1.0%26Timestamp%3D2026-01-02T03%253A04%253A05Z%26Version%3D2016-11-01");
        parameters.put("Signature", "UmiKYidPj25zLHurWy5tCdJPDgg=");
        RpcRequest request = new RpcRequest("POST", Map.of(), parameters, parameters, Hashes.sha256Hex(""), false);
        assertThat(RpcSignature.claim(request).isProvenBy(SECRET)).isTrue();
        assertThat(RpcSignature.claim(request).isProvenBy("testsecreT")).isFalse();
    }

    @Test
    void acs3_signs_the_golden_vector() {
        String signed = "host;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;x-acs-version";
        Map<String, List<String>> headers = new LinkedHashMap<>(Map.of(
                "host", List.of("127.0.0.1:8080"),
                "x-acs-action", List.of("DescribeLiveRecordNotifyConfig"),
                "x-acs-content-sha256", List.of(Hashes.sha256Hex("")),
                "x-acs-date", List.of("2026-01-02T03:04:05Z"),
                "x-acs-signature-nonce", List.of("nonce-1"),
                "x-acs-version", List.of("2016-11-01")));
        headers.put(
                "authorization",
                List.of("ACS3-HMAC-SHA256 Credential=testid,Signature="
                        + "771394a1c699901dbf4630e71114387dca41e5bfc9d27948554cf6ce9d021857,SignedHeaders=" + signed));
        Map<String, String> query = Map.of("DomainName", "example.com");
        RpcRequest request = new RpcRequest("POST", headers, query, query, Hashes.sha256Hex(""), false);
        assertThat(AcsSignature.canonicalRequests(request, Arrays.asList(signed.split(";"))))
                .map(AcsSignature::stringToSign)
                .containsExactly("ACS3-HMAC-SHA256\n384f5f6ed3ef2fda1ba5a941e89102a792e716d6e354c997650057695941a522");
        assertThat(AcsSignature.claim(request).isProvenBy(SECRET)).isTrue();
        assertThat(AcsSignature.claim(request).isProvenBy("another")).isFalse();
    }

    @Test
    void acs3_takes_a_parameter_sent_empty_with_or_without_its_equals_sign() {
        Map<String, String> query = Map.of("DomainName", "example.com", "OnDemandUrl", "");
        RpcRequest request =
                new RpcRequest("POST", Map.of("host", List.of("h")), query, query, Hashes.sha256Hex(""), false);

        assertThat(AcsSignature.canonicalRequests(request, List.of("host")))
                .map(canonical -> canonical.split("\n")[2])
                .containsExactly("DomainName=example.com&OnDemandUrl=", "DomainName=example.com&OnDemandUrl");
    }

    @Test
    void a_header_that_is_named_twice_is_no_way_to_make_a_short_request_long() {
        Map<String, List<String>> headers = Map.of(
                "x-acs-content-sha256", List.of(Hashes.sha256Hex("")),
                "x-acs-date", List.of("2026-01-02T03:04:05Z"),
                "x-acs-signature-nonce", List.of("nonce-1"),
                "authorization",
                        List.of("ACS3-HMAC-SHA256 Credential=testid,Signature=" + Hashes.sha256Hex("")
                                + ",SignedHeaders=x-acs-content-sha256;x-acs-date;x-acs-signature-nonce;a;a"),
                "a", List.of("x".repeat(1000)));
        RpcRequest request = new RpcRequest("GET", headers, Map.of(), Map.of(), Hashes.sha256Hex(""), false);

        assertThatThrownBy(() -> AcsSignature.claim(request))
                .isInstanceOfSatisfying(
                        AlibabaRefusal.class,
                        refusal -> assertThat(refusal.error()).isEqualTo(AlibabaError.INCOMPLETE_SIGNATURE));
    }
}
