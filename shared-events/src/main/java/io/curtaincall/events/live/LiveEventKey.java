package io.curtaincall.events.live;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.curtaincall.events.account.AccountId;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The identity of a live event: 128 bits of SHA-256 over (source, id) and, if an account reported it, that account, in
 * 26 lower-case base-32 characters. The same fact reported twice has the same key, so the event store itself refuses the
 * second. Sources and ids hold no control characters, so the parts cannot be taken for each other.
 */
public record LiveEventKey(@JsonValue String value) {
    static final int LENGTH = 26;
    private static final Pattern FORM = Pattern.compile("[0-9a-v]{" + LENGTH + "}");

    @JsonCreator
    public LiveEventKey {
        if (!FORM.matcher(value).matches()) throw new IllegalArgumentException("not a live event key: " + value);
    }

    /** Of an event that the operator's control plane or a media server's hook reported: one name space for all. */
    public static LiveEventKey of(String source, String id) {
        return new LiveEventKey(shortHash(source + "\0" + id, 16, LENGTH));
    }

    /** Of an event that an account reported: in a name space of its own, so that no account can use up another's. */
    public static LiveEventKey of(AccountId reporter, String source, String id) {
        return new LiveEventKey(shortHash("\0" + reporter.value() + "\0" + source + "\0" + id, 16, LENGTH));
    }

    /**
     * Of an event that was reported by who may report for some domains only: in a name space of the domain's own, so that
     * nobody can use up what is another domain's.
     *
     * @param reporter null for the operator
     */
    public static LiveEventKey ofLimited(@Nullable AccountId reporter, String domain, String source, String id) {
        String account = reporter == null ? "" : reporter.value();
        String name = String.join("\0", "\0", account, domain, source, id);
        return new LiveEventKey(shortHash(name, 16, LENGTH));
    }

    /** The first {@code bytes} of SHA-256 in base 32, padded to {@code length} characters. */
    public static String shortHash(String text, int bytes, int length) {
        byte[] digest = sha256(text.getBytes(StandardCharsets.UTF_8));
        String digits = new BigInteger(1, Arrays.copyOf(digest, bytes)).toString(32);
        return "0".repeat(length - digits.length()) + digits;
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
