package io.curtaincall.dialects.volcengine;

import static org.assertj.core.api.Assertions.assertThat;

import com.volcengine.model.SignRequest;
import com.volcengine.sign.Credentials;
import com.volcengine.sign.VolcstackSign;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.UniqueElements;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whatever the vendor's own code signs is verified here, whatever the texts. */
class SignaturePropertiesTest {
    private static final String SECRET = DialectProcess.SECRET;

    @Property(tries = 500)
    void any_texts_signed_in_the_header_are_verified_and_nothing_else_is(
            @ForAll @Size(max = 5) @UniqueElements List<String> names,
            @ForAll @Size(min = 5, max = 5) List<String> values,
            @ForAll String body)
            throws Exception {
        SignedPost post = post(names, values).body(text(body));
        SignRequest signed = post.signed(false);
        MockHttpServletRequest request = request(parameters(names, values), text(body));
        request.addHeader("Host", RawHttp.HOST);
        request.addHeader("X-Date", signed.getXDate());
        request.addHeader("X-Content-Sha256", signed.getXContentSha256());
        request.addHeader("Authorization", signed.getAuthorization());
        assertThat(isProven(request)).isTrue();
        request.setQueryString(request.getQueryString() + "&More=1");
        request.setContent(text(body).getBytes(StandardCharsets.UTF_8));
        assertThat(isProven(request)).isFalse();
    }

    @Property(tries = 500)
    void any_texts_signed_in_the_query_are_verified_with_any_body(
            @ForAll @Size(max = 5) @UniqueElements List<String> names,
            @ForAll @Size(min = 5, max = 5) List<String> values,
            @ForAll String body)
            throws Exception {
        Map<String, String> query = post(names, values).inQuery();
        assertThat(isProven(request(query, body))).isTrue();
        query.put("X-NotSigned", "counts for nothing");
        assertThat(isProven(request(query, body))).isTrue();
        query.put("Action", "Another");
        assertThat(isProven(request(query, body))).isFalse();
    }

    @Property(tries = 500)
    void any_texts_signed_in_the_query_by_the_core_sdk_are_verified(
            @ForAll @Size(max = 5) @UniqueElements List<String> names,
            @ForAll @Size(min = 5, max = 5) List<String> values,
            @ForAll boolean withHost)
            throws Exception {
        VolcstackSign signer = new VolcstackSign(Credentials.getCredentials("testid", SECRET));
        signer.setMethod("POST");
        signer.setRegion("cn-north-1");
        signer.setService("live");
        Map<String, String> parameters = parameters(names, values);
        Map<String, String> query = withHost ? signer.presign(parameters, RawHttp.HOST) : signer.presign(parameters);
        MockHttpServletRequest request = request(query, "{}");
        request.addHeader("Host", RawHttp.HOST);
        assertThat(isProven(request)).isTrue();
        query.put("X-Signature", "0".repeat(64));
        assertThat(isProven(request(query, "{}", RawHttp.HOST))).isFalse();
    }

    private static boolean isProven(MockHttpServletRequest request) {
        return Claims.of(SignedRequestReader.read(request)).isProvenBy(SECRET);
    }

    private static SignedPost post(List<String> names, List<String> values) {
        SignedPost post = new SignedPost("testid", "DescribeLiveCallbackData");
        parameters(names, values).forEach(post::with);
        return post;
    }

    private static Map<String, String> parameters(List<String> names, List<String> values) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) parameters.put(name(names.get(i)), text(values.get(i)));
        parameters.put("Action", "DescribeLiveCallbackData");
        parameters.put("Version", "2023-01-01");
        return parameters;
    }

    /** Names are listed with semicolons between them, so that none may have one. */
    private static String name(String any) {
        return "P" + text(any).replace(';', '_');
    }

    /** A half of a surrogate pair is no text and cannot be sent. */
    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static MockHttpServletRequest request(Map<String, String> query, String body, String host) {
        MockHttpServletRequest request = request(query, body);
        request.addHeader("Host", host);
        return request;
    }

    private static MockHttpServletRequest request(Map<String, String> query, String body) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.setContentType("application/json");
        request.setQueryString(SignedPost.wire(query));
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }
}
