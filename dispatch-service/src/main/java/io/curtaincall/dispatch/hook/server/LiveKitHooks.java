package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.Failed;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * LiveKit signs what it posts, so the bytes are read only once they are verified. It tells of egresses, each by an id, and
 * when one ends of all its files at once: they are kept as hooks of their own, before the end.
 */
@Component
final class LiveKitHooks implements ServerHooks {
    private static final String APP = "livekit";
    private static final String ENDED = "egress_ended";
    private static final String RESULT = "result";
    private static final String CREATED = "createdAt";
    private static final long NANOS = 1_000_000_000;
    private static final List<String> OF_EGRESS =
            List.of("egressId", "roomName", "status", "startedAt", "endedAt", "errorCode");

    private final Clock clock;

    LiveKitHooks(Clock clock) {
        this.clock = clock;
    }

    @Override
    public HookKind kind() {
        return HookKind.LIVEKIT;
    }

    @Override
    public TakenHooks take(HookRequest request) {
        LiveKitToken.require(request, clock);
        return TakenHooks.answered(read(JsonFields.read(request.body())), "ok");
    }

    private static List<HookCall> read(JsonNode json) {
        String event = JsonFields.text(json, "event");
        if (event.isBlank()) return List.of(HookCall.unreadable());
        String id = JsonFields.text(json, "id");
        JsonNode egress = json.path("egressInfo");
        Map<String, String> fields = JsonFields.of(egress, OF_EGRESS);
        LiveKitResults results = LiveKitResults.of(egress);
        if (!results.ofRecording()) fields.remove("egressId");
        Instant sentAt = new Fields(JsonFields.of(json, List.of(CREATED)))
                .seconds(CREATED)
                .orElse(null);
        List<HookCall> hooks = new ArrayList<>();
        if (event.equals(ENDED)) {
            for (Map<String, String> result : results.files()) {
                Map<String, String> all = new HashMap<>(fields);
                all.putAll(result);
                all.put(RESULT, "file");
                hooks.add(new HookCall(event, all, identity(id, String.valueOf(hooks.size())), sentAt));
            }
        }
        hooks.add(new HookCall(event, fields, identity(id, ""), sentAt));
        return hooks;
    }

    /** Stable over retries; without one nothing tells what is the same. */
    private static @Nullable String identity(String id, String part) {
        return id.isEmpty() ? null : id + "\n" + part;
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        String egress = fields.text("egressId");
        if (egress.isEmpty()) return Optional.empty();
        String stream = fields.some("roomName").orElse(egress);
        return signal(hook, fields).map(signal -> new Meaning(APP, stream, egress, signal));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        String call = hook.call();
        return switch (call) {
            case "egress_started" -> Optional.of(began(hook, fields));
            case "egress_updated" ->
                fields.text("status").equals("EGRESS_ACTIVE") ? Optional.of(began(hook, fields)) : Optional.empty();
            case ENDED -> Optional.of(fields.text(RESULT).isEmpty() ? end(call, fields) : file(call, fields));
            default -> Optional.empty();
        };
    }

    private static Signal began(HookReceived hook, Fields fields) {
        Instant at = fields.nanos("startedAt").orElse(hook.receivedAt());
        return new Began(hook.call(), at, false, null, Others.GO_ON, true);
    }

    private static Signal end(String call, Fields fields) {
        Instant at = fields.nanos("endedAt").orElse(null);
        return switch (fields.text("status")) {
            case "EGRESS_FAILED" -> failed(call, at, "UNKNOWN", "the egress failed", fields);
            case "EGRESS_ABORTED" -> failed(call, at, "ABORTED", "the egress was aborted", fields);
            default -> new Ended(call, at, false);
        };
    }

    /** The server's own words may hold addresses with credentials in them, its code does not. */
    private static Signal failed(String call, @Nullable Instant at, String code, String why, Fields fields) {
        Long number = fields.number("errorCode");
        return new Failed(call, at, code, number == null ? why : why + ", code " + number, true);
    }

    private static Signal file(String call, Fields fields) {
        ServerFile file = ServerFile.at(fields.text("place"), fields.text("recorder"))
                .elsewhere(!fields.text("elsewhere").isEmpty())
                .sized(fields.number("size"))
                .lasting(fields.seconds("duration", NANOS))
                .between(
                        fields.nanos("fileStartedAt").orElse(null),
                        fields.nanos("fileEndedAt").orElse(null));
        return new FileClosed(call, file, false);
    }
}
