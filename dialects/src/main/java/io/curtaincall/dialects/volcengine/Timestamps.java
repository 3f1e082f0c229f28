package io.curtaincall.dialects.volcengine;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times in bodies: RFC 3339, read with any offset and told to the second. */
final class Timestamps {
    /** Of the vendor's region. */
    static final ZoneOffset USUAL_OFFSET = ZoneOffset.ofHours(8);

    private static final Pattern RFC_3339 =
            Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2}[Tt][0-9]{2}:[0-9]{2}:)([0-9]{2})(\\.[0-9]{1,9})?"
                    + "([Zz]|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])");
    private static final int MOST_MINUTES = 18 * 60;
    private static final String LEAP_SECOND = "60";
    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);

    private Timestamps() {}

    /** A leap second is the end of the second before; an offset beyond what the library knows is told as UTC. */
    static Optional<OffsetDateTime> parse(String text) {
        Matcher parts = RFC_3339.matcher(text);
        if (!parts.matches()) return Optional.empty();
        boolean leap = parts.group(2).equals(LEAP_SECOND);
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        String local = leap ? parts.group(1) + "59.999999999" : parts.group(1) + parts.group(2) + fraction;
        try {
            return Optional.of(at(LocalDateTime.parse(local.toUpperCase(Locale.ROOT)), parts.group(4)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime at(LocalDateTime local, String offset) {
        if (offset.equalsIgnoreCase("Z")) return local.atOffset(ZoneOffset.UTC);
        int hours = Integer.parseInt(offset.substring(1, 3));
        int minutes = hours * 60 + Integer.parseInt(offset.substring(4));
        int signed = offset.charAt(0) == '-' ? -minutes : minutes;
        return minutes > MOST_MINUTES
                ? local.minusMinutes(signed).atOffset(ZoneOffset.UTC)
                : local.atOffset(ZoneOffset.ofTotalSeconds(signed * 60));
    }

    static String format(Instant time, ZoneOffset offset) {
        return FORM.format(time.atOffset(offset));
    }
}
