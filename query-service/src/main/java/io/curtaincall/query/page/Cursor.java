package io.curtaincall.query.page;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Where a page ended, as opaque text that only fits the filter it was made for. The check is no secret: it catches
 * mistakes; what a caller may see is decided by the filter alone.
 */
public final class Cursor {
    private static final Base64.Encoder TO_TEXT = Base64.getUrlEncoder().withoutPadding();
    private static final int CHECK_BYTES = 9;

    private Cursor() {}

    /** What a cursor is bound to: the same for the same values and different for any others. */
    public static String fingerprint(@Nullable Object... values) {
        return Arrays.stream(values)
                .map(value -> value == null ? "-" : value.toString().length() + ":" + value)
                .collect(Collectors.joining());
    }

    public static String after(RecordKey key, String filter) {
        byte[] text = key.value().getBytes(StandardCharsets.US_ASCII);
        return TO_TEXT.encodeToString(ByteBuffer.allocate(text.length + CHECK_BYTES)
                .put(text)
                .put(check(key, filter))
                .array());
    }

    /** The key the cursor carries, if it is one that was made for this filter. */
    public static Optional<RecordKey> read(String cursor, String filter) {
        return keyIn(cursor).filter(key -> after(key, filter).equals(cursor));
    }

    private static Optional<RecordKey> keyIn(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            byte[] text = Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECK_BYTES));
            return Optional.of(new RecordKey(new String(text, StandardCharsets.US_ASCII)));
        } catch (IllegalArgumentException notOurs) {
            return Optional.empty();
        }
    }

    private static byte[] check(RecordKey key, String filter) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            sha256.update(key.value().getBytes(StandardCharsets.US_ASCII));
            return Arrays.copyOf(sha256.digest(filter.getBytes(StandardCharsets.UTF_8)), CHECK_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }
}
