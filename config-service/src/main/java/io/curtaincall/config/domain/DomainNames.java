package io.curtaincall.config.domain;

import io.curtaincall.config.request.RequestFields;
import io.curtaincall.config.request.TextRule;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The form of a streaming domain: a host name, kept in lower case. */
public final class DomainNames {
    private static final int LONGEST = 253;
    private static final TextRule LABELS = TextRule.matching(
            Pattern.compile(
                    "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"),
            "must be a host name: labels of letters, digits and hyphens, joined by dots");

    private DomainNames() {}

    /** Why the text is no domain, nothing if it is one. */
    public static Optional<String> refusal(String text) {
        return text.length() > LONGEST
                ? Optional.of("must have at most " + LONGEST + " characters")
                : LABELS.refusal(text);
    }

    public static String read(RequestFields fields) {
        return lowerCase(fields.text("domain", DomainNames::refusal));
    }

    public static String lowerCase(String domain) {
        return domain.toLowerCase(Locale.ROOT);
    }
}
