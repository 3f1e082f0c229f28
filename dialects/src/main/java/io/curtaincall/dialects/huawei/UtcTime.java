package io.curtaincall.dialects.huawei;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times in answers and messages. */
final class UtcTime {
    private static final DateTimeFormatter FORM = form("uuuu-MM-dd'T'HH:mm:ss'Z'");
    private static final DateTimeFormatter PRECISE = form("uuuu-MM-dd'T'HH:mm:ss.SSS'000Z'");

    private UtcTime() {}

    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).withZone(ZoneOffset.UTC);
    }

    /** {@code yyyy-MM-ddTHH:mm:ssZ}. */
    static String format(Instant time) {
        return FORM.format(time);
    }

    /** As IAM has it: with microseconds, which its SDKs expect to be whole milliseconds. */
    static String precise(Instant time) {
        return PRECISE.format(time);
    }
}
