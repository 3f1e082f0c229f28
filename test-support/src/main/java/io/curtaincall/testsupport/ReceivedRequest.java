package io.curtaincall.testsupport;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 *
 * @param at when it had been read whole
 * @param headers by lower-case name; repeated ones joined with a comma
 * @param rawBody one ISO 8859-1 character for each byte
 * @param connection which connection it came on, counted from 1 in the order they were made, also those that
 *     brought nothing: two requests with the same number shared one
 */
public record ReceivedRequest(
        Instant at, String method, String target, Map<String, String> headers, String rawBody, int connection) {

    /** The target without its query. */
    public String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    public @Nullable String header(String lowerCaseName) {
        return headers.get(lowerCaseName);
    }

    public byte[] body() {
        return rawBody.getBytes(StandardCharsets.ISO_8859_1);
    }

    public String text() {
        return new String(body(), StandardCharsets.UTF_8);
    }
}
