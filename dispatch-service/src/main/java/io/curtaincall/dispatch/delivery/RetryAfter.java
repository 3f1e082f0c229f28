package io.curtaincall.dispatch.delivery;

import io.curtaincall.events.callback.Outcome.Responded;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** How long a receiver asks to be left alone (RFC 9110 10.2.3), from nothing to a day; junk asks for nothing. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final Set<Integer> STATUSES = Set.of(429, 503);
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,18}");

    private RetryAfter() {}

    static Duration of(Responded response, Instant now) {
        if (!STATUSES.contains(response.status())) return Duration.ZERO;
        return response.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Retry-After"))
                .map(Map.Entry::getValue)
                .map(value -> clamped(parse(value.strip(), now)))
                .findFirst()
                .orElse(Duration.ZERO);
    }

    private static Duration parse(String value, Instant now) {
        if (SECONDS.matcher(value).matches()) return Duration.ofSeconds(Long.parseLong(value));
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException junk) {
            return Duration.ZERO;
        }
    }

    private static Duration clamped(Duration asked) {
        if (asked.isNegative()) return Duration.ZERO;
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
