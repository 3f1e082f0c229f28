package io.curtaincall.dialects.huawei;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.running.DialectProcess;
import io.curtaincall.dialects.running.RawHttp;
import io.curtaincall.dialects.running.RawHttp.Reply;
import io.curtaincall.dialects.running.ShiftedClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A request as its bytes, signed as the vendor's page says, in every way that no SDK here does it. */
final class SignedRequest {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    static final String CODE = "/error_code";

    private final DialectProcess process;
    private final String method;
    private final String path;
    private final Map<String, String> signed = new TreeMap<>();
    private final Map<String, String> unsigned = new LinkedHashMap<>();
    private String canonicalPath;
    private String query = "";
    private String canonicalQuery = "";
    private String body = "";
    private String payload = "";

    SignedRequest(DialectProcess process, String method, String path) {
        this.process = process;
        this.method = method;
        this.path = path;
        canonicalPath = path.endsWith("/") ? path : path + "/";
        signed.put("host", RawHttp.HOST);
        signed.put("x-sdk-date", DATE.format(process.bean(ShiftedClock.class).instant()));
    }

    static RawHttp http(DialectProcess process) {
        return new RawHttp(process.port(), CODE);
    }

    SignedRequest at(Instant time) {
        signed.put("x-sdk-date", DATE.format(time));
        return this;
    }

    SignedRequest canonicalPath(String canonical) {
        canonicalPath = canonical;
        return this;
    }

    SignedRequest query(String raw, String canonical) {
        query = "?" + raw;
        canonicalQuery = canonical;
        return this;
    }

    SignedRequest body(String text) {
        body = text;
        return this;
    }

    SignedRequest json(String text) {
        return body(text).unsigned("Content-Type", "application/json");
    }

    /** What is signed in place of the body's hash. */
    SignedRequest payload(String hash) {
        payload = hash;
        return this;
    }

    SignedRequest signed(String name, String value) {
        signed.put(name, value);
        return this;
    }

    SignedRequest hostUnsigned() {
        return unsigned("host", Objects.requireNonNull(signed.remove("host")));
    }

    SignedRequest unsigned(String name, String value) {
        unsigned.put(name, value);
        return this;
    }

    Reply send(String keyId, String secret) throws IOException {
        return unsigned("Authorization", authorization(keyId, secret)).send();
    }

    /** Without a signature. */
    Reply send() throws IOException {
        return http(process).exchange(bytes(text()));
    }

    String authorization(String keyId, String secret) {
        String names = String.join(";", signed.keySet());
        String headers = signed.entrySet().stream()
                .map(header -> header.getKey() + ":" + header.getValue() + "\n")
                .collect(Collectors.joining());
        String hash = payload.isEmpty() ? Hashes.sha256Hex(bytes(body)) : payload;
        String canonical = String.join("\n", method, canonicalPath, canonicalQuery, headers, names, hash);
        String toSign = "SDK-HMAC-SHA256\n" + signed.get("x-sdk-date") + "\n" + Hashes.sha256Hex(bytes(canonical));
        return "SDK-HMAC-SHA256 Access=" + keyId + ", SignedHeaders=" + names + ", Signature="
                + HexFormat.of().formatHex(HmacSha256.of(secret, toSign));
    }

    String text() {
        StringBuilder text = new StringBuilder(method + " " + path + query + " HTTP/1.1\r\nConnection: close\r\n");
        signed.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        unsigned.forEach(
                (name, value) -> text.append(name).append(": ").append(value).append("\r\n"));
        boolean chunked = "chunked".equals(unsigned.get("Transfer-Encoding"));
        if (!chunked) text.append("Content-Length: ").append(bytes(body).length).append("\r\n");
        return text.append("\r\n").append(chunked ? inChunks(body) : body).toString();
    }

    private static String inChunks(String body) {
        return body.chars()
                        .mapToObj(c -> (char) c)
                        .map(c -> Integer.toHexString(bytes("" + c).length) + "\r\n" + c + "\r\n")
                        .collect(Collectors.joining())
                + "0\r\n\r\n";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
