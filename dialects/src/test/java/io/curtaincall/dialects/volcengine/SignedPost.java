package io.curtaincall.dialects.volcengine;

import com.volcengine.auth.impl.SignerV4Impl;
import com.volcengine.model.Credentials;
import com.volcengine.model.RequestParam;
import com.volcengine.model.SignRequest;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.http.Header;
import org.apache.http.NameValuePair;
import org.apache.http.message.BasicHeader;
import org.apache.http.message.BasicNameValuePair;

/** A request that the vendor's own code signs, in header or query, after whatever a test did to it. */
final class SignedPost {
    static final String CODE = "/ResponseMetadata/Error/Code";
    private final Map<String, String> query = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Credentials credentials;
    private String method = "POST";
    private String body = "{}";
    private String host = RawHttp.HOST;
    private Instant at = Instant.now();

    SignedPost(String keyId, String action) {
        query.put("Action", action);
        query.put("Version", "2023-01-01");
        credentials = new Credentials("cn-north-1", "live");
        credentials.setAccessKeyID(keyId);
        credentials.setSecretAccessKey(DialectProcess.SECRET);
    }

    static RawHttp http(DialectProcess process) {
        return new RawHttp(process.port(), CODE);
    }

    static SignedPost records(String keyId) {
        Instant now = Instant.now();
        return new SignedPost(keyId, "DescribeLiveCallbackData")
                .body("{\"StartTime\":\"" + Timestamps.format(now.minusSeconds(3600), Timestamps.USUAL_OFFSET)
                        + "\",\"EndTime\":\"" + Timestamps.format(now, Timestamps.USUAL_OFFSET) + "\"}");
    }

    SignedPost method(String name) {
        method = name;
        return this;
    }

    SignedPost body(String json) {
        body = json;
        return this;
    }

    SignedPost host(String name) {
        host = name;
        return this;
    }

    SignedPost at(Instant time) {
        at = time;
        return this;
    }

    SignedPost service(String name) {
        credentials.setService(name);
        return this;
    }

    SignedPost region(String name) {
        credentials.setRegion(name);
        return this;
    }

    SignedPost secret(String secret) {
        credentials.setSecretAccessKey(secret);
        return this;
    }

    SignedPost with(String parameter, String value) {
        query.put(parameter, value);
        return this;
    }

    SignedPost without(String parameter) {
        query.remove(parameter);
        return this;
    }

    /** In place of what the signature brings, or beside it. */
    SignedPost header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    String text() throws Exception {
        SignRequest signed = signed(false);
        Map<String, String> all = new LinkedHashMap<>();
        all.put("Host", host);
        all.put("Content-Type", signed.getContentType());
        all.put("X-Date", signed.getXDate());
        all.put("X-Content-Sha256", signed.getXContentSha256());
        all.put("Authorization", signed.getAuthorization());
        all.putAll(headers);
        return text(query, all, body);
    }

    /** What a URL that was handed on makes of any body. */
    String textSignedInQuery(String anyBody) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(inQuery());
        return text(all, Map.of("Host", RawHttp.HOST), anyBody);
    }

    Map<String, String> inQuery() throws Exception {
        SignRequest signed = signed(true);
        Map<String, String> all = new LinkedHashMap<>(query);
        all.put("X-Date", signed.getXDate());
        all.put("X-NotSignBody", signed.getXNotSignBody());
        all.put("X-Credential", signed.getXCredential());
        all.put("X-Algorithm", signed.getXAlgorithm());
        all.put("X-SignedHeaders", signed.getXSignedHeaders());
        all.put("X-SignedQueries", signed.getXSignedQueries());
        all.put("X-Signature", signed.getXSignature());
        return all;
    }

    String text(Map<String, String> parameters, Map<String, String> lines, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        String head = lines.entrySet().stream()
                .filter(line -> !line.getValue().isEmpty())
                .map(line -> line.getKey() + ": " + line.getValue() + "\r\n")
                .collect(Collectors.joining());
        return method + " /?" + wire(parameters) + " HTTP/1.1\r\n" + head + "Content-Length: " + bytes.length
                + "\r\nConnection: close\r\n\r\n" + new String(bytes, StandardCharsets.ISO_8859_1);
    }

    static String wire(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> URLEncoder.encode(each.getKey(), StandardCharsets.UTF_8)
                        + "="
                        + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    SignRequest signed(boolean inQuery) throws Exception {
        List<NameValuePair> pairs = new ArrayList<>();
        query.forEach((name, value) -> pairs.add(new BasicNameValuePair(name, value)));
        RequestParam param = RequestParam.builder()
                .isSignUrl(inQuery)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .host(host)
                .path("/")
                .method(method)
                .date(Date.from(at))
                .queryList(pairs)
                .headers(inQuery ? new Header[0] : new Header[] {new BasicHeader("Content-Type", "application/json")})
                .build();
        return new SignerV4Impl().getSignRequest(param, credentials);
    }
}
