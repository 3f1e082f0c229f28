package io.curtaincall.dialects.alibaba;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code MD5(host|timestamp|key)}, as documented for recording callbacks; the host is that of the URL, without a port. */
final class AlibabaCallbackSignature {
    private AlibabaCallbackSignature() {}

    static Map<String, String> headers(String host, Instant at, String key) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ALI-LIVE-TIMESTAMP", timestamp);
        headers.put("ALI-LIVE-SIGNATURE", md5(host + "|" + timestamp + "|" + key));
        return headers;
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has MD5", e);
        }
    }
}
