package io.curtaincall.dialects.huawei;

import static org.assertj.core.api.Assertions.assertThat;

import com.huaweicloud.sdk.core.auth.AKSKSigner;
import com.huaweicloud.sdk.core.auth.BasicCredentials;
import com.huaweicloud.sdk.core.http.HttpMethod;
import com.huaweicloud.sdk.core.http.HttpRequest;
import io.curtaincall.dialects.wire.Percent;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import net.jqwik.api.constraints.UniqueElements;
import org.springframework.mock.web.MockHttpServletRequest;

/** Whatever the vendor's own code signs is verified here, whatever the texts. */
class SignaturePropertiesTest {
    private static final String SECRET = "testsecret";
    private static final String TYPE = "application/json";
    private static final BasicCredentials CREDENTIALS =
            new BasicCredentials().withAk("testid").withSk(SECRET).withProjectId("p-1");

    @Property(tries = 400)
    void any_texts_signed_by_the_sdk_are_verified_and_nothing_else_is(
            @ForAll String id,
            @ForAll @Size(max = 4) @UniqueElements List<@AlphaChars @StringLength(min = 1, max = 8) String> names,
            @ForAll @Size(min = 4, max = 4) List<@Size(max = 3) List<String>> values,
            @ForAll String note,
            @ForAll String body,
            @ForAll Signer signer) {
        Map<String, List<String>> query = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            query.put(
                    names.get(i),
                    values.get(i).stream().map(SignaturePropertiesTest::text).toList());
        }
        String segment = "s" + text(id).replaceAll("[/?#%\\\\\\p{Cntrl}]", "_") + "e";
        HttpRequest unsigned =
                unsigned(segment, query, "n" + text(note).replaceAll("\\p{Cntrl}", "_") + "e", text(body));
        MockHttpServletRequest request = received(signer.signed(unsigned), segment, query, text(body));
        assertThat(isProven(request)).isTrue();
        request.setContent((text(body) + "x").getBytes(StandardCharsets.UTF_8));
        assertThat(isProven(request)).isFalse();
        request.setContent(text(body).getBytes(StandardCharsets.UTF_8));
        request.setRequestURI(request.getRequestURI() + "x");
        assertThat(isProven(request)).isFalse();
    }

    private static boolean isProven(MockHttpServletRequest request) {
        return SdkSignature.claim(ApiRequestReader.read(request)).isProvenBy(SECRET);
    }

    /** As SDKs differ in what they sign. */
    enum Signer {
        USUAL {
            @Override
            HttpRequest signed(HttpRequest request) {
                return CREDENTIALS.syncProcessAuthRequest(request, null);
            }
        },
        WITHOUT_HOST {
            @Override
            HttpRequest signed(HttpRequest request) {
                return with(new Choosy(false, false), request);
            }
        },
        WITH_TYPE {
            @Override
            HttpRequest signed(HttpRequest request) {
                return with(new Choosy(true, true), request);
            }
        },
        WITH_TYPE_AND_WITHOUT_HOST {
            @Override
            HttpRequest signed(HttpRequest request) {
                return with(new Choosy(false, true), request);
            }
        };

        abstract HttpRequest signed(HttpRequest request);

        private static HttpRequest with(AKSKSigner signer, HttpRequest request) {
            var signed = request.builder();
            signer.sign(request, CREDENTIALS).forEach(signed::addHeader);
            return signed.build();
        }
    }

    /** The vendor's, for another choice of headers. */
    private static final class Choosy extends AKSKSigner {
        private final boolean host;
        private final boolean type;

        Choosy(boolean host, boolean type) {
            this.host = host;
            this.type = type;
        }

        @Override
        protected Map<String, String> combineAllHeaders(HttpRequest request, Map<String, String> added) {
            Map<String, String> all = new TreeMap<>(super.combineAllHeaders(request, added));
            if (!host) all.keySet().removeIf("host"::equalsIgnoreCase);
            if (type) all.put("content-type", TYPE);
            return all;
        }
    }

    private static HttpRequest unsigned(String id, Map<String, List<String>> query, String note, String body) {
        var builder = HttpRequest.newBuilder()
                .withEndpoint("http://127.0.0.1:8080/base path")
                .withPath("/v1/p-1/record/callbacks/" + id)
                .withMethod(HttpMethod.PUT)
                .addHeader("X-Note", note)
                .addHeader("Content-Type", TYPE)
                .withContentType(TYPE)
                .withBodyAsString(body);
        query.forEach(builder::addQueryParam);
        return builder.build();
    }

    /** As the SDK sends it and the server reads it: the path and the query encoded, a character for each byte of a header. */
    private static MockHttpServletRequest received(
            HttpRequest signed, String id, Map<String, List<String>> query, String body) {
        String path = "/base%20path/v1/p-1/record/callbacks/"
                + Percent.encode(id).replace("%2A", "*").replace("%2B", "+");
        MockHttpServletRequest request = new MockHttpServletRequest("PUT", path);
        request.setContextPath("/base%20path");
        signed.getHeaders()
                .forEach((name, all) -> request.addHeader(
                        name,
                        new String(all.getFirst().getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)));
        if (!query.isEmpty()) request.setQueryString(wire(query));
        request.setContent(body.getBytes(StandardCharsets.UTF_8));
        return request;
    }

    private static String wire(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .map(each -> each.getValue().isEmpty()
                        ? each.getKey() + "="
                        : each.getValue().stream()
                                .map(value -> each.getKey() + "="
                                        + Percent.encode(value).replace("~", "%7E"))
                                .collect(Collectors.joining("&")))
                .collect(Collectors.joining("&"));
    }

    /** A half of a surrogate pair is no text and cannot be sent. */
    private static String text(String any) {
        return new String(any.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
