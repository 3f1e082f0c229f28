package io.curtaincall.dialects.huawei;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in answers and messages: {@code yyyy-MM-ddTHH:mm:ssZ}. */
final class UtcTime {
    private static final DateTimeFormatter FORM =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private UtcTime() {}

    static String format(Instant time) {
        return FORM.format(time);
    }
}
