package io.curtaincall.events.hook;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a media server told by hook, before it is understood. Stored for ever: see docs/events.md before editing. */
public sealed interface HookEvent {
    HookSourceId hookSourceId();

    /**
     * @param call the server's own name of the hook, such as {@code record_done}
     * @param fields the allowed fields only, first value each; publisher arguments and tokens never come this far
     * @param clockAhead by how much the server's time of the hook was ahead of {@code receivedAt}, negative for behind;
     *     only where that is more than a minute
     */
    record HookReceived(
            HookSourceId hookSourceId,
            HookKind kind,
            String call,
            Map<String, String> fields,
            Instant receivedAt,
            @Nullable Duration clockAhead)
            implements HookEvent {

        /** One of a server whose clock is right, or is not known. */
        public HookReceived(
                HookSourceId hookSourceId, HookKind kind, String call, Map<String, String> fields, Instant receivedAt) {
            this(hookSourceId, kind, call, fields, receivedAt, null);
        }
    }
}
