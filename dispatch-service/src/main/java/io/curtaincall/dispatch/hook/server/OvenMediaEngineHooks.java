package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.StreamGone;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * OvenMediaEngine has no hook for recordings. It writes what it has recorded into an XML file, which {@code
 * hooks/ovenmediaengine-records.sh} posts; its admission hooks are let in, and its alerts say when a stream is gone.
 */
@Component
final class OvenMediaEngineHooks implements ServerHooks {
    private static final String FILE = "record";
    private static final String ALERT = "alert";
    private static final String ADMISSION = "admission-";
    private static final int MILLIS = 1000;
    private static final Pattern SOURCE = Pattern.compile("#([^#]*)#([^/]+)/(?:.*/)?([^/]+)");
    private static final Pattern GONE = Pattern.compile("(?:IN|E)GRESS_STREAM_DELETED");

    @Override
    public HookKind kind() {
        return HookKind.OVENMEDIAENGINE;
    }

    /** A file of records is posted whole however much it has grown: this is some 6,000 of them. */
    @Override
    public int mostBytes() {
        return 4 * 1024 * 1024;
    }

    @Override
    public TakenHooks take(HookRequest request) {
        byte[] body = request.body();
        if (RecordsXml.isXml(body)) return TakenHooks.answered(records(body), "ok");
        requireSignature(request);
        JsonNode json = JsonFields.read(body);
        if (json.has("request")) return admission(json.path("request"));
        return TakenHooks.answered(List.of(alert(json)), "");
    }

    /** The file is posted whole whenever it has grown, so each record has been here before or has not. */
    private static List<HookCall> records(byte[] xml) {
        List<HookCall> records = new ArrayList<>();
        for (Map<String, String> record : RecordsXml.read(xml)) {
            records.add(new HookCall(FILE, record).knownBy("transactionId", "sequence"));
        }
        return records.isEmpty() ? List.of(HookCall.unreadable()) : records;
    }

    private static void requireSignature(HookRequest request) {
        String secret = request.proof().secret();
        if (secret == null) return;
        String shown = request.header("X-OME-Signature").orElse("");
        if (!OmeSignature.of(secret, request.body()).isShownBy(shown)) {
            throw new Unauthenticated("X-OME-Signature is not one of this source for this body").refused();
        }
    }

    /** {@code url} holds what the publisher is known by, and stays outside. */
    private static TakenHooks admission(JsonNode request) {
        boolean closing = JsonFields.text(request, "status").equals("closing");
        HookCall hook = new HookCall(
                        ADMISSION + (closing ? "closing" : "opening"),
                        JsonFields.of(request, List.of("direction", "protocol")))
                .sentAt(RecordsXml.time(JsonFields.text(request, "time")).orElse(null));
        return TakenHooks.answeredJson(List.of(hook), closing ? "{}" : "{\"allowed\":true}");
    }

    private static HookCall alert(JsonNode json) {
        Matcher source = SOURCE.matcher(JsonFields.text(json, "sourceUri"));
        List<String> codes = new ArrayList<>();
        json.path("messages").forEach(message -> codes.add(JsonFields.text(message, "code")));
        if (!source.matches() || codes.isEmpty()) return HookCall.unreadable();
        Map<String, String> fields = new HashMap<>();
        fields.put("vhost", source.group(1));
        fields.put("app", source.group(2));
        fields.put("stream", source.group(3));
        fields.put("codes", String.join(",", codes));
        return new HookCall(ALERT, fields);
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        return signal(hook, fields)
                .map(signal -> new Meaning(
                                fields.text("app"), fields.text("stream"), fields.text("transactionId"), signal)
                        .at(fields.text("vhost")));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        return switch (hook.call()) {
            case FILE ->
                fields.some("filePath").map(path -> new FileClosed(hook.call(), file(path, fields), isLast(fields)));
            case ALERT ->
                GONE.matcher(fields.text("codes")).find() ? Optional.of(new StreamGone(hook.call())) : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static ServerFile file(String path, Fields fields) {
        return ServerFile.at(path, "")
                .sized(fields.number("recordBytes"))
                .lasting(fields.seconds("recordTime", MILLIS))
                .between(
                        RecordsXml.time(fields.text("startTime")).orElse(null),
                        RecordsXml.time(fields.text("finishTime")).orElse(null));
    }

    private static boolean isLast(Fields fields) {
        return fields.text("lastSequence").equals("true");
    }
}
