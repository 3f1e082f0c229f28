package io.curtaincall.dispatch.hook.session;

import io.curtaincall.events.hook.HookEvent.HookReceived;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A hook understood.
 *
 * @param client the server's name for the session, unique only as long as the server runs
 * @param position of the hook in the event store
 */
record Hook(String app, String stream, String client, Signal signal, Instant receivedAt, long position) {
    private static final int LONGEST_APP = 255;
    private static final int LONGEST_STREAM = 1024;

    /** Empty for what says nothing about recording, and for names that nobody could be told of. */
    static Optional<Hook> of(HookReceived received, long position) {
        Map<String, String> fields = received.fields();
        String app = fields.getOrDefault("app", "");
        String stream = fields.getOrDefault("name", "");
        if (!isName(app, LONGEST_APP) || !isName(stream, LONGEST_STREAM)) return Optional.empty();
        return switch (received.kind()) {
            case NGINX_RTMP ->
                NginxRtmpSignals.of(received)
                        .map(signal -> new Hook(
                                app,
                                stream,
                                fields.getOrDefault("clientid", ""),
                                signal,
                                received.receivedAt(),
                                position));
            case NODE_MEDIA_SERVER ->
                NodeMediaServerSignals.of(received)
                        .map(signal -> new Hook(
                                app, stream, fields.getOrDefault("id", ""), signal, received.receivedAt(), position));
        };
    }

    private static boolean isName(String name, int longest) {
        return !name.isBlank() && name.length() <= longest && name.chars().noneMatch(Character::isISOControl);
    }
}
