package io.curtaincall.query.callback;

import io.curtaincall.events.callback.CallbackEvent.Request;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Takes the values of headers that carry credentials out of an answer, whatever the sender did with them. */
public final class Redaction {
    static final String REDACTED = Request.REDACTED;
    private static final Set<String> SECRET = Set.of(
            "authorization", "proxy-authorization", "cookie", "set-cookie", "x-api-key", "x-auth-token", "api-key");

    private Redaction() {}

    public static Map<String, String> of(Map<String, String> headers) {
        Map<String, String> safe = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        headers.forEach(
                (name, value) -> safe.put(name, SECRET.contains(name.toLowerCase(Locale.ROOT)) ? REDACTED : value));
        return safe;
    }
}
