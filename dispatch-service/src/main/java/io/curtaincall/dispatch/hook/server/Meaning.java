package io.curtaincall.dispatch.hook.server;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a hook means.
 *
 * @param client the server's name for the session, unique only as long as the server runs; empty where it has none: then a
 *     stream has one session at a time
 * @param host at which of the server's virtual hosts, empty where it does not say
 * @param ran when it was first sent by the server's clock, null where that is not told; tries that come late are told by it
 */
public record Meaning(
        String host,
        String app,
        String stream,
        String client,
        Signal signal,
        @Nullable Instant ran) {
    /** One of a server that does not say when it sent it. */
    public Meaning(String app, String stream, String client, Signal signal) {
        this("", app, stream, client, signal, null);
    }

    Meaning at(String itsHost) {
        return new Meaning(itsHost, app, stream, client, signal, ran);
    }
}
