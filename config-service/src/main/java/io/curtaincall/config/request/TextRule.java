package io.curtaincall.config.request;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a text field must be. */
@FunctionalInterface
public interface TextRule {
    /** Why the text does not hold, nothing if it does. */
    Optional<String> refusal(String text);

    static TextRule matching(Pattern form, String otherwise) {
        return text -> form.matcher(text).matches() ? Optional.empty() : Optional.of(otherwise);
    }

    /** Neither empty nor longer than the limit, nothing that cannot be shown or stored. */
    static TextRule plain(int limit) {
        return text -> {
            if (text.isEmpty() || text.length() > limit) {
                return Optional.of("must have 1 to " + limit + " characters");
            }
            return text.codePoints().anyMatch(TextRule::isUnfit)
                    ? Optional.of("must not contain control characters")
                    : Optional.empty();
        };
    }

    private static boolean isUnfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }
}
