package io.curtaincall.events.hook;

import java.time.Instant;
import java.util.Map;

/** What a media server told by hook, before it is understood. Stored for ever: see docs/events.md before editing. */
public sealed interface HookEvent {
    HookSourceId hookSourceId();

    /**
     * @param call the server's own name of the hook, such as {@code record_done}
     * @param fields the allowed fields only, first value each; publisher arguments and tokens never come this far
     */
    record HookReceived(
            HookSourceId hookSourceId, HookKind kind, String call, Map<String, String> fields, Instant receivedAt)
            implements HookEvent {}
}
