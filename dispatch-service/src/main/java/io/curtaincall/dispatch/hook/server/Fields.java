package io.curtaincall.dispatch.hook.server;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The fields of a kept hook, read as what they should be. */
record Fields(Map<String, String> all) {
    private static final Instant LATEST = Instant.parse("9999-01-01T00:00:00Z");
    private static final long NANOS = 1_000_000_000;

    /** Empty if it is not there. */
    String text(String name) {
        return all.getOrDefault(name, "");
    }

    Optional<String> some(String name) {
        return Optional.of(text(name)).filter(text -> !text.isBlank());
    }

    @Nullable
    Long number(String name) {
        try {
            return Long.valueOf(text(name));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    @Nullable
    Double decimal(String name) {
        try {
            return Double.valueOf(text(name));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** A count of parts of a second, as seconds. */
    @Nullable
    Double seconds(String name, long partsOfASecond) {
        Long parts = number(name);
        return parts == null ? null : (double) parts / partsOfASecond;
    }

    Optional<Instant> seconds(String name) {
        return Optional.ofNullable(number(name)).flatMap(seconds -> time(seconds, 0));
    }

    Optional<Instant> millis(String name) {
        return Optional.ofNullable(number(name)).flatMap(millis -> time(millis / 1000, millis % 1000 * 1_000_000));
    }

    Optional<Instant> nanos(String name) {
        return Optional.ofNullable(number(name)).flatMap(nanos -> time(nanos / NANOS, nanos % NANOS));
    }

    /** What lies beyond is no time. */
    private static Optional<Instant> time(long second, long nano) {
        try {
            return Optional.of(Instant.ofEpochSecond(second, nano))
                    .filter(time -> time.isAfter(Instant.EPOCH) && time.isBefore(LATEST));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
