package io.curtaincall.dispatch.sending;

import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * What the callbacks of one version of a config show to their receiver beside the signature. A connection that was made
 * with one is used with no other.
 *
 * @param bearer names the config and its version
 * @param headers sent along, and never on record but by their names
 * @param tls whom we are and whom we trust, null for nobody in particular and the usual authorities
 */
public record Passport(
        String bearer,
        Map<String, String> headers,
        @Nullable SSLContext tls) {
    /** What belongs to no config. */
    public static final Passport NONE = new Passport("", Map.of(), null);

    public Passport {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "Passport[" + bearer + "]";
    }
}
