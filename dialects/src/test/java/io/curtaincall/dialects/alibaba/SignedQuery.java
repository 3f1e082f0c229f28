package io.curtaincall.dialects.alibaba;

import com.aliyun.openapiutil.Client;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** A query or form that is signed by RPC version 1 after whatever a test did to its parameters. */
final class SignedQuery {
    static final String CODE = "/Code";
    private final Map<String, String> parameters = new LinkedHashMap<>();

    SignedQuery(String keyId, String action) {
        with("Action", action).with("Version", "2016-11-01").with("AccessKeyId", keyId);
        with("SignatureMethod", "HMAC-SHA1").with("SignatureVersion", "1.0");
        with("SignatureNonce", UUID.randomUUID().toString());
        with("Timestamp", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
        with("Format", "JSON");
    }

    static RawHttp http(DialectProcess process) {
        return new RawHttp(process.port(), CODE);
    }

    static SignedQuery records(String keyId) {
        return new SignedQuery(keyId, "DescribeLiveRecordNotifyRecords")
                .with("DomainName", "wire.example.com")
                .with("StartTime", "2020-01-01T00:00:00Z")
                .with("EndTime", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    SignedQuery with(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    SignedQuery without(String name) {
        parameters.remove(name);
        return this;
    }

    String signed(String method) throws Exception {
        return signed(method, DialectProcess.SECRET);
    }

    String signed(String method, String secret) throws Exception {
        Map<String, String> all = new LinkedHashMap<>(parameters);
        all.put("Signature", Client.getRPCSignature(parameters, method, secret));
        return text(all);
    }

    String unsigned() {
        return text(parameters);
    }

    private static String text(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
