package io.curtaincall.dispatch.signing;

import io.curtaincall.access.signing.Ed25519Secret;
import java.util.Base64;

/** An opened signing secret; kept in memory only and never shown. */
public sealed interface SigningKey permits SharedKey, Ed25519Key {

    /** @throws IllegalArgumentException if it is neither {@code whsec_} nor {@code whsk_} and base64 */
    static SigningKey ofSecret(String secret) {
        if (secret.startsWith(Ed25519Secret.PREFIX)) return new Ed25519Key(Ed25519Secret.of(secret));
        if (!secret.startsWith(SharedKey.PREFIX)) {
            throw new IllegalArgumentException(
                    "a signing secret starts with " + SharedKey.PREFIX + " or " + Ed25519Secret.PREFIX);
        }
        return new SharedKey(Base64.getDecoder().decode(secret.substring(SharedKey.PREFIX.length())));
    }

    /** The signature of the content, after its version. */
    String sign(byte[] head, byte[] body);
}
