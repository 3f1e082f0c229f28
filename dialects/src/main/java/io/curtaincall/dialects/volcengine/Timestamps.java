package io.curtaincall.dialects.volcengine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times in bodies: RFC 3339, read with any offset and told to the second. */
final class Timestamps {
    /** Of the vendor's region. */
    static final ZoneOffset USUAL_OFFSET = ZoneOffset.ofHours(8);

    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?([Zz]|[+-][0-9]{2}:[0-9]{2})");
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private Timestamps() {}

    static Optional<OffsetDateTime> parse(String text) {
        if (!RFC_3339.matcher(text).matches()) return Optional.empty();
        try {
            return Optional.of(OffsetDateTime.parse(text.toUpperCase(Locale.ROOT)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static String format(Instant time, ZoneOffset offset) {
        return FORM.format(time.atOffset(offset));
    }
}
