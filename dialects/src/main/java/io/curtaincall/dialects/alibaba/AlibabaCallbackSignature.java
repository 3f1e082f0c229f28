package io.curtaincall.dialects.alibaba;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** {@code MD5(host|timestamp|key)}, as documented for recording callbacks; the host is that of the URL, without a port. */
final class AlibabaCallbackSignature {
    private static final String TIMESTAMP = "ALI-LIVE-TIMESTAMP";
    private static final String SIGNATURE = "ALI-LIVE-SIGNATURE";
    /** Also those of relays, which the pages name without telling how they are made. */
    static final Set<String> HEADERS = Set.of(TIMESTAMP, SIGNATURE, "Ali-Rtc-Timestamp", "Ali-Rtc-Signature");

    private AlibabaCallbackSignature() {}

    static Map<String, String> headers(String host, Instant at, String key) {
        String timestamp = Long.toString(at.getEpochSecond());
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put(TIMESTAMP, timestamp);
        headers.put(SIGNATURE, md5(host + "|" + timestamp + "|" + key));
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
