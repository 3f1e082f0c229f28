package io.curtaincall.dispatch.hook.server;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hook as it may be kept.
 *
 * @param call the server's name for it
 * @param fields only those allowed for this call
 * @param identity what makes it the same hook when it comes again, within its source; null where nothing does
 * @param sentAt by the server's clock, null where that is not told
 */
public record HookCall(
        String call,
        Map<String, String> fields,
        @Nullable String identity,
        @Nullable Instant sentAt) {
    static final String UNREADABLE = "unreadable";

    public HookCall(String call, Map<String, String> fields) {
        this(call, fields, null, null);
    }

    /** Kept for the record; nobody can say what it meant. */
    static HookCall unreadable() {
        return new HookCall(UNREADABLE, Map.of());
    }

    /** Known by these of its fields when it comes again. */
    HookCall knownBy(String... names) {
        StringBuilder text = new StringBuilder(call);
        for (String name : names) text.append('\n').append(fields.getOrDefault(name, ""));
        return knownAs(text.toString());
    }

    HookCall knownAs(@Nullable String itsIdentity) {
        return new HookCall(call, fields, itsIdentity, sentAt);
    }

    HookCall sentAt(@Nullable Instant time) {
        return new HookCall(call, fields, identity, time);
    }
}
