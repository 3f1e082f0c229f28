package io.curtaincall.dispatch.signing;

import io.curtaincall.access.signing.Ed25519Secret;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/** A private key, of which the receiver has the public part: {@code v1a}, Ed25519. */
final class Ed25519Key implements SigningKey {
    private final Ed25519Secret secret;

    Ed25519Key(Ed25519Secret secret) {
        this.secret = secret;
    }

    @Override
    public String sign(byte[] head, byte[] body) {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(secret.privateKey());
            signature.update(head);
            signature.update(body);
            return "v1a," + Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "SigningKey[not shown]";
    }
}
