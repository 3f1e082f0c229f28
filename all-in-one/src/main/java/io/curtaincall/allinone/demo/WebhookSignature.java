package io.curtaincall.allinone.demo;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Checks a callback as its receiver would: Standard Webhooks, written from its specification and not from our sender. */
final class WebhookSignature {
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final byte[] key;

    WebhookSignature(String secret) {
        key = Base64.getDecoder().decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
    }

    /** Why the callback must not be believed; empty if it may be. */
    Optional<String> objection(ReceivedCallback callback) {
        if (callback.id().isEmpty()
                || callback.timestamp().isEmpty()
                || callback.signatures().isEmpty()) {
            return Optional.of("a webhook-... header is missing");
        }
        if (!callback.timestamp().matches("\\d{1,12}")) return Optional.of("its timestamp is not a number");
        Instant signedAt = Instant.ofEpochSecond(Long.parseLong(callback.timestamp()));
        if (Duration.between(signedAt, callback.at()).abs().compareTo(TOLERANCE) > 0) {
            return Optional.of("its timestamp is too far from now");
        }
        byte[] expected = sign(callback);
        boolean matches = Arrays.stream(callback.signatures().split(" "))
                .filter(signature -> signature.startsWith(VERSION))
                .map(signature -> signature.substring(VERSION.length()).getBytes(StandardCharsets.US_ASCII))
                .anyMatch(given -> MessageDigest.isEqual(given, expected));
        return matches ? Optional.empty() : Optional.of("its signature does not fit");
    }

    private byte[] sign(ReceivedCallback callback) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((callback.id() + "." + callback.timestamp() + ".").getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encode(mac.doFinal(callback.body()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has HmacSHA256", e);
        }
    }
}
