package io.curtaincall.access.sealing;

import java.security.SecureRandom;
import java.util.Base64;

/** Draws new tokens, keys and secrets from the injected source. */
public final class FreshSecrets {
    private static final Base64.Encoder URL_SAFE = Base64.getUrlEncoder().withoutPadding();
    private final SecureRandom random;

    public FreshSecrets(SecureRandom random) {
        this.random = random;
    }

    /** The prefix and 192 random bits in URL-safe base64. */
    public String token(String prefix) {
        return prefix + URL_SAFE.encodeToString(bytes(24));
    }

    /** {@code whsec_} and 24 random bytes in base64, as Standard Webhooks wants it. */
    public String standardWebhooksSecret() {
        return "whsec_" + Base64.getEncoder().encodeToString(bytes(24));
    }

    /** {@code whsk_} and the 32 bytes of a private key of Ed25519 in base64, as Standard Webhooks wants it. */
    public String ed25519Secret() {
        return "whsk_" + Base64.getEncoder().encodeToString(bytes(32));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
