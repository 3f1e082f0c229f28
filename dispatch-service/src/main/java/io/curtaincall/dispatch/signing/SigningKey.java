package io.curtaincall.dispatch.signing;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The opened signing secret of one config; kept in memory only and never shown. */
public final class SigningKey {
    private static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private SigningKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /** @throws IllegalArgumentException if it is not {@code whsec_} and base64 */
    public static SigningKey ofSecret(String secret) {
        if (!secret.startsWith(PREFIX)) throw new IllegalArgumentException("a signing secret starts with " + PREFIX);
        return new SigningKey(Base64.getDecoder().decode(secret.substring(PREFIX.length())));
    }

    byte[] hmac(byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[not shown]";
    }
}
