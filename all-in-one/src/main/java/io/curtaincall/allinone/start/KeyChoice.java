package io.curtaincall.allinone.start;

import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which master key, in base64, a process works with: that of the environment, that of its folder, or a new one at first run. */
final class KeyChoice {
    static final String VARIABLE = "CURTAINCALL_KEY";
    private static final Logger LOG = LoggerFactory.getLogger(KeyChoice.class);

    private final HomeFolder home;
    private final KeyFile file;

    KeyChoice(HomeFolder home, KeyFile file) {
        this.home = home;
        this.file = file;
    }

    /**
     * A store that holds events holds secrets sealed with a key; a new one beside it would read none of them.
     *
     * @param fromEnvironment the value of CURTAINCALL_KEY
     */
    String choose(@Nullable String fromEnvironment, BooleanSupplier storeHoldsEvents) {
        if (fromEnvironment != null && !fromEnvironment.isBlank()) return parse(fromEnvironment);
        return file.read().orElseGet(() -> first(storeHoldsEvents));
    }

    private String first(BooleanSupplier storeHoldsEvents) {
        if (storeHoldsEvents.getAsBoolean()) {
            throw new CannotStartException("the secrets in the store are sealed with a key that is not at hand: set "
                    + VARIABLE + " or put the key file back at " + home.key());
        }
        String made = file.create();
        LOG.warn(
                "Made the key that seals all secrets: {}. Keep a copy apart from the store; for services run apart"
                        + " or in production set {} instead",
                home.key(),
                VARIABLE);
        return made;
    }

    private static String parse(String text) {
        try {
            return KeyFile.checked(text.strip());
        } catch (IllegalArgumentException e) {
            throw new CannotStartException(
                    VARIABLE + " is not 32 bytes in base64; 'openssl rand -base64 32' makes one", e);
        }
    }
}
