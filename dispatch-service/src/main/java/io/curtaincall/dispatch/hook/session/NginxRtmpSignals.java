package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.session.Signal.Alive;
import io.curtaincall.dispatch.hook.session.Signal.Began;
import io.curtaincall.dispatch.hook.session.Signal.Ended;
import io.curtaincall.dispatch.hook.session.Signal.FileClosed;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import java.util.Map;
import java.util.Optional;

/** nginx-rtmp tells of publishing and of closed files; that it records is inferred. */
final class NginxRtmpSignals {
    private NginxRtmpSignals() {}

    static Optional<Signal> of(HookReceived received) {
        Map<String, String> fields = received.fields();
        String call = received.call();
        return switch (call) {
            case "publish" -> Optional.of(new Began(call, received.receivedAt(), true, null));
            case "update_publish" -> Optional.of(new Alive(call));
            case "publish_done" -> Optional.of(new Ended(call));
            case "record_done" ->
                Optional.ofNullable(fields.get("path"))
                        .filter(path -> !path.isBlank())
                        .map(path -> new FileClosed(call, path, fields.getOrDefault("recorder", ""), null, false));
            default -> Optional.empty();
        };
    }
}
