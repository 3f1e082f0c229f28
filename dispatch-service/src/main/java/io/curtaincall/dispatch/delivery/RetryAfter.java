package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Outcome.Responded;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hc.client5.http.utils.DateUtils;
import org.jspecify.annotations.Nullable;

/**
 * How long a receiver that failed asks to be left alone, from nothing to a day: seconds or one of the three forms of a
 * date (RFC 9110 10.2.3 and 5.6.7). Junk asks for nothing, of several the first counts.
 */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Duration FAR_AHEAD = Duration.ofDays(50 * 365);
    /** The form without a zone, which the library does not read. */
    private static final DateTimeFormatter ASCTIME =
            DateTimeFormatter.ofPattern("EEE MMM ppd HH:mm:ss uuuu", Locale.ENGLISH);

    private static final Pattern SECONDS = Pattern.compile("[0-9]+");
    /** Of several, joined by commas; a date may have one after its day. */
    private static final Pattern FIRST = Pattern.compile("(?:[A-Za-z]+,)?[^,]*");

    private static final int LONG_ENOUGH = 18;

    private RetryAfter() {}

    static Duration of(Responded response, Instant now) {
        return response.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(Map.Entry::getValue)
                .map(value -> clamped(parse(value.strip(), now)))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration parse(String value, Instant now) {
        Matcher one = FIRST.matcher(value);
        String first = one.lookingAt() ? one.group().strip() : "";
        if (SECONDS.matcher(first).matches()) {
            return first.length() > LONG_ENOUGH ? LONGEST : Duration.ofSeconds(Long.parseLong(first));
        }
        Instant date = date(first);
        // a year of two digits that seems far ahead is long past (RFC 9110 5.6.7)
        boolean past = date == null || date.isAfter(now.plus(FAR_AHEAD));
        return past ? Duration.ZERO : Duration.between(now, date);
    }

    private static @Nullable Instant date(String value) {
        try {
            return LocalDateTime.parse(value, ASCTIME).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException another) {
            return DateUtils.parseStandardDate(value);
        }
    }

    private static Duration clamped(Duration asked) {
        if (asked.isNegative()) return Duration.ZERO;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
