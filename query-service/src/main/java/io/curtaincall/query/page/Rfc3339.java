package io.curtaincall.query.page;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads RFC 3339 times of any offset. */
final class Rfc3339 {
    static final String EXPECTED =
            "is not an RFC 3339 time such as 2026-01-31T08:00:00Z or 2026-01-31T16:00:00%2B08:00";
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,9})?(Z|[+-]\\d{2}:\\d{2})");
    private static final Pattern LOST_PLUS = Pattern.compile(" (\\d{2}:\\d{2})$");

    private Rfc3339() {}

    /** A {@code +} sent unescaped arrives as a space; nothing else can have stood there. */
    static Optional<Instant> parse(String text) {
        String time = LOST_PLUS.matcher(text.toUpperCase(Locale.ROOT)).replaceFirst("+$1");
        if (!FORM.matcher(time).matches()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(time.replace(' ', 'T')).toInstant());
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }
}
