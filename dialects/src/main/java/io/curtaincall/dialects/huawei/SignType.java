package io.curtaincall.dialects.huawei;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** How the {@code auth_sign} of a message is made. */
enum SignType {
    HMACSHA256("huawei-hmac-sha256") {
        @Override
        byte[] sign(String key, String timestamp, JsonNode message) {
            StringBuilder signed = new StringBuilder(timestamp);
            for (String field : SIGNED_FIELDS) signed.append(message.path(field).asString(""));
            return HmacSha256.of(key, signed.toString());
        }
    },

    MD5("huawei-md5") {
        @Override
        byte[] sign(String key, String timestamp, JsonNode message) {
            try {
                return MessageDigest.getInstance("MD5").digest((key + timestamp).getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JVM has MD5", e);
            }
        }
    };

    /** One after the other, nothing between; {@code play_url} is never sent. */
    private static final String[] SIGNED_FIELDS = {
        "event_type", "publish_domain", "app", "stream", "download_url", "play_url"
    };

    private final String scheme;

    SignType(String scheme) {
        this.scheme = scheme;
    }

    static Optional<SignType> find(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    static SignType ofScheme(String scheme) {
        return Arrays.stream(values())
                .filter(type -> type.scheme.equals(scheme))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no signature of this format is " + scheme));
    }

    /** In notify configs. */
    String scheme() {
        return scheme;
    }

    String hex(String key, String timestamp, JsonNode message) {
        return HexFormat.of().formatHex(sign(key, timestamp, message));
    }

    abstract byte[] sign(String key, String timestamp, JsonNode message);
}
