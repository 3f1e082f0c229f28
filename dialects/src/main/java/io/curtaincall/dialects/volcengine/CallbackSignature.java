package io.curtaincall.dialects.volcengine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

/**
 * {@code MD5(key + t)}, as documented for all callbacks.
 *
 * @param sign lower-case hex
 * @param expiry the {@code t}: until when a receiver should believe it, in seconds
 */
record CallbackSignature(String sign, long expiry) {
    private static final Duration VALID = Duration.ofMinutes(10);

    static CallbackSignature at(Instant time, String key) {
        long expiry = time.plus(VALID).getEpochSecond();
        return new CallbackSignature(md5(key + expiry), expiry);
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
