package io.curtaincall.dispatch.hook.server;

import io.curtaincall.dispatch.hook.server.Signal.Alive;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * nginx-rtmp posts a form: its own fields first, then whatever the publisher appended, raw. It tells of publishing and of
 * closed files; that it records is inferred.
 */
@Component
final class NginxRtmpHooks implements ServerHooks {
    private static final Set<String> ALWAYS = Set.of("app", "name", "clientid");
    /** A field that the server does not send with a call is the publisher's. */
    private static final Map<String, Set<String>> BY_CALL = Map.of(
            "publish", Set.of("type"),
            "update_publish", Set.of("time", "timestamp"),
            "record_done", Set.of("recorder", "path"));

    @Override
    public HookKind kind() {
        return HookKind.NGINX_RTMP;
    }

    @Override
    public boolean namesFilesByStream() {
        return true;
    }

    @Override
    public TakenHooks take(HookRequest request) {
        return TakenHooks.answeredOk(read(request.body()));
    }

    static HookCall read(byte[] body) {
        Map<String, String> first = FirstFields.of(body);
        String call = first.get("call");
        if (call == null || call.isBlank()) return HookCall.unreadable();
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> ofCall = BY_CALL.getOrDefault(call, Set.of());
        first.forEach((name, value) -> {
            if (ALWAYS.contains(name) || ofCall.contains(name)) fields.put(name, value);
        });
        return new HookCall(call, fields);
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        return signal(hook, fields)
                .map(signal -> new Meaning(fields.text("app"), fields.text("name"), fields.text("clientid"), signal));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        String call = hook.call();
        return switch (call) {
            case "publish" -> Optional.of(new Began(call, hook.receivedAt(), true, null, Others.MAY_WIN, false));
            case "update_publish" -> Optional.of(new Alive(call));
            case "publish_done" -> Optional.of(new Ended(call));
            case "record_done" ->
                fields.some("path")
                        .map(path -> new FileClosed(call, ServerFile.at(path, fields.text("recorder")), false));
            default -> Optional.empty();
        };
    }
}
