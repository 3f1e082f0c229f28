package io.curtaincall.dialects.volcengine;

import java.util.Locale;
import java.util.regex.Pattern;

/** A streaming domain or a domain space: a host name, kept in lower case. */
final class DomainName {
    private static final int LONGEST = 253;
    private static final Pattern LABELS = Pattern.compile(
            "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*+");

    private DomainName() {}

    /** @throws VolcengineRefusal if it is none */
    static String of(String parameter, String value) {
        if (value.length() > LONGEST || !LABELS.matcher(value).matches()) {
            throw Parameters.invalid(parameter, "must be a host name");
        }
        return value.toLowerCase(Locale.ROOT);
    }
}
