package io.curtaincall.dispatch.signing;

import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A secret that the receiver has too: {@code v1}, HMAC-SHA256. */
final class SharedKey implements SigningKey {
    static final String PREFIX = "whsec_";
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    SharedKey(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    @Override
    public String sign(byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(head);
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[not shown]";
    }
}
