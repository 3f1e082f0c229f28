package io.curtaincall.dispatch.sending;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What was read of a response body, at most the cap. */
final class ReceivedBody {
    private static final int CHUNK = 4096;

    private final byte[] bytes;
    private final boolean truncated;
    private final @Nullable String error;

    private ReceivedBody(byte[] bytes, boolean truncated, @Nullable String error) {
        this.bytes = bytes;
        this.truncated = truncated;
        this.error = error;
    }

    byte[] bytes() {
        return bytes;
    }

    boolean truncated() {
        return truncated;
    }

    /** Why it did not end well, null if it did. */
    @Nullable
    String error() {
        return error;
    }

    static ReceivedBody none() {
        return new ReceivedBody(new byte[0], false, null);
    }

    static ReceivedBody broken(String error) {
        return new ReceivedBody(new byte[0], false, error);
    }

    static ReceivedBody read(InputStream in, int cap) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        byte[] chunk = new byte[CHUNK];
        try {
            while (kept.size() <= cap) {
                int read = in.read(chunk, 0, Math.min(CHUNK, cap + 1 - kept.size()));
                if (read < 0) return new ReceivedBody(kept.toByteArray(), false, null);
                kept.write(chunk, 0, read);
            }
        } catch (IOException e) {
            return new ReceivedBody(kept.toByteArray(), false, Failures.describe(e));
        }
        return new ReceivedBody(Arrays.copyOf(kept.toByteArray(), cap), true, null);
    }

    /** The same, with what is odd about its end if nothing worse is. */
    ReceivedBody noting(@Nullable String oddity) {
        return complete() && oddity != null ? new ReceivedBody(bytes, false, oddity) : this;
    }

    boolean complete() {
        return !truncated && error == null;
    }
}
