package io.curtaincall.query.record;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Names one row and places it in time: 12 hex digits of the millisecond it was recorded, 13 of its event's position.
 * Both are the event's own, so projecting it again writes the same row; and ordering by this one string is ordering by
 * time, which lets every index end in it and every page be one range.
 */
record RecordKey(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{25}");
    private static final int TIME_DIGITS = 12;
    private static final long LAST_MILLIS = (1L << 48) - 1;

    RecordKey {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a record key: " + value);
    }

    static RecordKey of(Instant recordedAt, long position) {
        return new RecordKey("%012x%013x".formatted(recordedAt.toEpochMilli(), position));
    }

    long position() {
        return Long.parseLong(value, TIME_DIGITS, value.length(), 16);
    }

    /** A text that is not above the key of anything recorded at the time or later, and above all recorded before. */
    static String boundAt(Instant time) {
        return "%012x".formatted(millis(time));
    }

    /** The first millisecond that is not before the time, as records are told apart by milliseconds. */
    static long millis(Instant time) {
        Instant wholeMillis = time.plusNanos(999_999);
        long millis = wholeMillis.getEpochSecond() * 1000 + wholeMillis.getNano() / 1_000_000;
        return Math.clamp(millis, 0, LAST_MILLIS);
    }
}
