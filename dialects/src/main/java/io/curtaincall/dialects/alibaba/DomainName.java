package io.curtaincall.dialects.alibaba;

import java.util.Locale;
import java.util.regex.Pattern;

/** The parameter that names a streaming domain: a host name, kept in lower case. */
final class DomainName {
    private static final String NAME = "DomainName";
    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*+");

    private DomainName() {}

    static String of(Parameters parameters) {
        String domain = parameters.required(NAME);
        if (domain.length() > LONGEST || !LABELS.matcher(domain).matches()) {
            throw parameters.invalid(NAME, "must be a host name");
        }
        return domain.toLowerCase(Locale.ROOT);
    }
}
