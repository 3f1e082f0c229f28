package io.curtaincall.dispatch.hook.server;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A request that came to a hook source, with the bytes of its body as they came. */
public final class HookRequest {
    private final byte[] body;
    private final String query;
    private final Function<String, @Nullable String> headers;
    private final Proof proof;

    /**
     * @param query as it stands in the request, empty if there is none
     * @param headers the value of a header, null if it is not there
     */
    public HookRequest(byte[] body, String query, Function<String, @Nullable String> headers, Proof proof) {
        this.body = body;
        this.query = query;
        this.headers = headers;
        this.proof = proof;
    }

    /**
     * What the media server shows beyond the secret in the URL that it is the one it says.
     *
     * @param key the name of the secret, null where it has none
     * @param secret null where nothing is to be shown
     */
    public record Proof(@Nullable String key, @Nullable String secret) {
        public static final Proof NONE = new Proof(null, null);

        @Override
        public String toString() {
            return "Proof[not shown]";
        }
    }

    byte[] body() {
        return body;
    }

    String query() {
        return query;
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.apply(name));
    }

    Proof proof() {
        return proof;
    }
}
