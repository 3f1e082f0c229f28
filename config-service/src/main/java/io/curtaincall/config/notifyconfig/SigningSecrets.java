package io.curtaincall.config.notifyconfig;

import io.curtaincall.access.sealing.FreshSecrets;
import io.curtaincall.access.sealing.SecretSealer;
import io.curtaincall.access.signing.Ed25519Secret;
import io.curtaincall.config.request.RequestFields;
import io.curtaincall.events.account.SealedSecret;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The secrets of Standard Webhooks: those that callers bring along, and new ones. */
@Component
class SigningSecrets {
    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String FORM =
            "must be " + PREFIX + " and base64 of " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes";
    private static final String ED25519_FORM = "must be " + Ed25519Secret.PREFIX
            + " and base64 of a private key's 32 bytes, or of those and its public key's";

    private final FreshSecrets fresh;
    private final SecretSealer sealer;

    SigningSecrets(FreshSecrets fresh, SecretSealer sealer) {
        this.fresh = fresh;
        this.sealer = sealer;
    }

    /** @param publicKey what receivers verify with, null where that is the secret itself */
    record Secret(
            String clear, SealedSecret sealed, @Nullable String publicKey) {
        @Override
        public String toString() {
            return "Secret[not shown]";
        }
    }

    /** The secret that a request brings along. */
    static Optional<String> given(RequestFields signing, SigningScheme scheme) {
        return signing.optionalText("secret", text -> refusal(scheme, text));
    }

    /** The given one, or a new one. */
    Secret of(SigningScheme scheme, Optional<String> given) {
        return switch (scheme) {
            case SHARED -> secret(given.orElseGet(fresh::standardWebhooksSecret), null);
            case ED25519 -> {
                String clear = given.orElseGet(fresh::ed25519Secret);
                yield secret(clear, Ed25519Secret.of(clear).publicKey());
            }
        };
    }

    private Secret secret(String clear, @Nullable String publicKey) {
        return new Secret(clear, sealer.seal(clear), publicKey);
    }

    private static Optional<String> refusal(SigningScheme scheme, String secret) {
        return switch (scheme) {
            case SHARED -> isShared(secret) ? Optional.empty() : Optional.of(FORM);
            case ED25519 -> isPrivateKey(secret) ? Optional.empty() : Optional.of(ED25519_FORM);
        };
    }

    private static boolean isShared(String secret) {
        if (!secret.startsWith(PREFIX)) return false;
        try {
            int bytes = Base64.getDecoder().decode(secret.substring(PREFIX.length())).length;
            return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isPrivateKey(String secret) {
        try {
            Ed25519Secret.of(secret);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
