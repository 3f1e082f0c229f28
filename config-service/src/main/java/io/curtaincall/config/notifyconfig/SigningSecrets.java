package io.curtaincall.config.notifyconfig;

import java.util.Base64;
import java.util.Optional;

/** The form of a Standard Webhooks secret that a caller brings along. */
final class SigningSecrets {
    private static final String PREFIX = "whsec_";
    private static final int FEWEST_BYTES = 24;
    private static final int MOST_BYTES = 64;
    private static final String FORM =
            "must be " + PREFIX + " and base64 of " + FEWEST_BYTES + " to " + MOST_BYTES + " bytes";

    private SigningSecrets() {}

    static Optional<String> refusal(String secret) {
        return secret.startsWith(PREFIX) && fits(secret.substring(PREFIX.length()))
                ? Optional.empty()
                : Optional.of(FORM);
    }

    private static boolean fits(String base64) {
        try {
            int bytes = Base64.getDecoder().decode(base64).length;
            return bytes >= FEWEST_BYTES && bytes <= MOST_BYTES;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
