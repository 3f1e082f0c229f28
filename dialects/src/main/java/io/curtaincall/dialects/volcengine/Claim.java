package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.sealing.Hashes;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who a request says signed it, and the proof.
 *
 * @param date the {@code X-Date}
 * @param at the same as a time
 * @param valid how long the signature is good for
 * @param canonical what may have been signed; made into texts only when there is a key to prove them by
 * @param signature lower-case hex
 */
record Claim(CredentialScope scope, String date, Instant at, Duration valid, Canonical canonical, String signature) {
    private static final String MAC = "HmacSHA256";

    /** @throws VolcengineRefusal if a header is signed that was not sent */
    boolean isProvenBy(String secret) {
        byte[] key = secret.getBytes(StandardCharsets.UTF_8);
        for (String part : List.of(scope.day(), scope.region(), scope.service(), "request")) key = sign(key, part);
        byte[] claimed = HexFormat.of().parseHex(signature);
        boolean proven = false;
        for (String text : stringsToSign().toList()) proven |= MessageDigest.isEqual(claimed, sign(key, text));
        return proven;
    }

    private Stream<String> stringsToSign() {
        return canonical.requests().stream()
                .map(text -> String.join("\n", Claims.ALGORITHM, date, scope.text(), Hashes.sha256Hex(text)));
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(key, MAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + MAC, e);
        }
    }
}
