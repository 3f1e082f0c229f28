package io.curtaincall.query.page;

import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Names one row and places it in time: 12 hex digits of the millisecond it was recorded, 13 of its event's position.
 * Both are the event's own, so projecting it again writes the same row; and ordering by this one string is ordering by
 * time, which lets every index end in it and every page be one range.
 */
public record RecordKey(String value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{25}");
    private static final int TIME_DIGITS = 12;
    private static final long LAST_MILLIS = (1L << 48) - 1;

    public RecordKey {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a record key: " + value);
    }

    public static RecordKey of(Instant recordedAt, long position) {
        return new RecordKey("%012x%013x".formatted(recordedAt.toEpochMilli(), position));
    }

    public long position() {
        return Long.parseLong(value, TIME_DIGITS, value.length(), 16);
    }

    /** A text that is not above the key of anything recorded at the time or later, and above all recorded before. */
    public static String boundAt(Instant time) {
        return "%012x".formatted(millis(time));
    }

    /**
     * What rows of a page have, newest first, by their key alone.
     *
     * @param from recorded then or later
     * @param to recorded before
     * @param after the last row of the page before
     */
    public static List<Bson> within(@Nullable Instant from, @Nullable Instant to, @Nullable RecordKey after) {
        List<Bson> bounds = new ArrayList<>();
        if (from != null) bounds.add(gte("_id", boundAt(from)));
        String end = end(to, after);
        if (end != null) bounds.add(lt("_id", end));
        return bounds;
    }

    private static @Nullable String end(@Nullable Instant to, @Nullable RecordKey after) {
        String bound = to == null ? null : boundAt(to);
        if (after == null) return bound;
        return bound == null || after.value().compareTo(bound) < 0 ? after.value() : bound;
    }

    /** The first millisecond that is not before the time, as records are told apart by milliseconds. */
    public static long millis(Instant time) {
        Instant wholeMillis = time.plusNanos(999_999);
        long millis = wholeMillis.getEpochSecond() * 1000 + wholeMillis.getNano() / 1_000_000;
        return Math.clamp(millis, 0, LAST_MILLIS);
    }
}
