package io.curtaincall.config.notifyconfig;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** How callbacks of configs made here are signed; all of these carry as many signatures as there are keys. */
enum SigningScheme {
    /** With a secret that the receiver has too. */
    SHARED("standard-webhooks"),
    /** With a private key, of which the receiver has the public part. */
    ED25519("standard-webhooks-ed25519");

    private final String wireName;

    SigningScheme(String wireName) {
        this.wireName = wireName;
    }

    String wireName() {
        return wireName;
    }

    static Optional<SigningScheme> find(String name) {
        return Arrays.stream(values())
                .filter(scheme -> scheme.wireName.equals(name))
                .findFirst();
    }

    static Optional<String> refusal(String name) {
        if (find(name).isPresent()) return Optional.empty();
        String known = Arrays.stream(values())
                .map(scheme -> "\"" + scheme.wireName + "\"")
                .collect(Collectors.joining(" or "));
        return Optional.of("must be " + known);
    }
}
