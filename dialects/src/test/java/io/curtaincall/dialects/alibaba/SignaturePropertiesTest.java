package io.curtaincall.dialects.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.openapiutil.Client;
import com.aliyun.tea.TeaRequest;
import io.curtaincall.access.sealing.Hashes;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whatever the vendor's own code signs is verified here, whatever the texts. */
class SignaturePropertiesTest {
    private static final String SECRET = "testsecret";
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    @Property(tries = 500)
    void any_texts_signed_by_rpc_version_1_are_verified(
            @ForAll @Size(max = 5) @UniqueElements List<String> names,
            @ForAll @Size(min = 5, max = 5) List<String> values,
            @ForAll boolean inForm)
            throws Exception {
        Map<String, String> parameters = parameters(names, values);
        parameters.putAll(Map.of(
                "AccessKeyId", "testid",
                "SignatureMethod", "HMAC-SHA1",
                "SignatureVersion", "1.0",
                "SignatureNonce", "n",
                "Timestamp", "2026-01-02T03:04:05Z"));
        parameters.put("Signature", Client.getRPCSignature(parameters, "POST", SECRET));
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        if (inForm) {
            request.setContentType("application/x-www-form-urlencoded; charset=utf-8");
            request.setContent(wire(parameters).getBytes(StandardCharsets.UTF_8));
        } else request.setQueryString(wire(parameters));
        RpcRequest read = RpcRequestReader.read(request);
        assertThat(read.parameters()).isEqualTo(parameters);
        assertThat(RpcSignature.claim(read).isProvenBy(SECRET)).isTrue();
    }

    @Property(tries = 500)
    void any_texts_signed_by_acs3_are_verified_and_nothing_else_is(
            @ForAll @Size(max = 5) @UniqueElements List<String> names,
            @ForAll @Size(min = 5, max = 5) List<String> values,
            @ForAll String body)
            throws Exception {
        Map<String, String> parameters = parameters(names, values);
        TeaRequest signed = new TeaRequest();
        signed.method = "POST";
        signed.pathname = "/";
        signed.query.putAll(parameters);
        String hash = Hashes.sha256Hex(body);
        signed.headers.putAll(Map.of(
                "host", "127.0.0.1:8080",
                "x-acs-action", "ListRtcMPUEventSubRecord",
                "x-acs-date", "2026-01-02T03:04:05Z",
                "x-acs-signature-nonce", "n",
                "x-acs-content-sha256", hash));
        String authorization = Client.getAuthorization(signed, ALGORITHM, hash, "testid", SECRET);
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        signed.headers.forEach(request::addHeader);
        request.addHeader("Authorization", authorization);
        request.setQueryString(wire(parameters));
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        assertThat(AcsSignature.claim(RpcRequestReader.read(request)).isProvenBy(SECRET))
                .isTrue();
        request.setContent((body + "x").getBytes(StandardCharsets.UTF_8));
        assertThat(AcsSignature.claim(RpcRequestReader.read(request)).isProvenBy(SECRET))
                .isFalse();
    }

    /** A half of a surrogate pair is no text and cannot be sent. */
    private static Map<String, String> parameters(List<String> names, List<String> values) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) parameters.put("P" + text(names.get(i)), text(values.get(i)));
        return parameters;
    }

    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** As the SDKs send it: spaces as plus, an asterisk as it is. */
    private static String wire(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
