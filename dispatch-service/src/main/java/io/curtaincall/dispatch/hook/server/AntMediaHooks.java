package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.hook.server.Signal.Alive;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.Failed;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Ant Media Server posts JSON or a form, in no certain order, again where it was told to. It tells of publishing, and
 * some time after the end of one file for each rendition, by name and without its folder; that it records is inferred.
 */
@Component
final class AntMediaHooks implements ServerHooks {
    /** Without {@code metadata}, {@code subscriberId} and other things that are the customers' own. */
    private static final List<String> ALLOWED =
            List.of("id", "action", "app", "timestamp", "vodName", "vodId", "duration");

    private static final int MILLIS = 1000;
    private static final String DEFAULT_FORMAT = "mp4";
    private static final String WEBM = "webm";
    /** What the name of a rendition ends in, such as {@code _480p500kbps}. */
    private static final Pattern RENDITION = Pattern.compile(".*_(\\d+p)(\\d+kbps)?(_\\d+)?");

    @Override
    public HookKind kind() {
        return HookKind.ANT_MEDIA;
    }

    @Override
    public TakenHooks take(HookRequest request) {
        byte[] body = request.body();
        JsonNode json = JsonFields.read(body);
        Map<String, String> fields = new HashMap<>(json.isEmpty() ? ofForm(body) : JsonFields.of(json, ALLOWED));
        String action = fields.remove("action");
        if (action == null || action.isBlank()) return TakenHooks.answeredOk(HookCall.unreadable());
        if (WEBM.equals(FirstFields.of(request.query()).get("format"))) fields.put("format", WEBM);
        Optional<Instant> sentAt = new Fields(fields).millis("timestamp");
        HookCall hook = new HookCall(action, fields).sentAt(sentAt.orElse(null));
        return TakenHooks.answeredOk(sentAt.isPresent() ? hook.knownBy("id", "app", "vodId", "timestamp") : hook);
    }

    private static Map<String, String> ofForm(byte[] body) {
        Map<String, String> fields = FirstFields.of(body);
        fields.keySet().retainAll(ALLOWED);
        return fields;
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        return signal(hook, fields, source)
                .map(signal -> new Meaning(fields.text("app"), fields.text("id"), "", signal));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields, HookSourceAdded source) {
        String call = hook.call();
        Instant at = fields.millis("timestamp").orElse(hook.receivedAt());
        return switch (call) {
            case "liveStreamStarted" -> Optional.of(new Began(call, at, true, null, Others.ARE_OVER, false));
            case "liveStreamStatus" -> Optional.of(new Alive(call));
            case "liveStreamEnded" -> Optional.of(new Ended(call, at, true));
            case "vodReady" -> file(fields, source).map(file -> new FileClosed(call, file, false, at));
            case "publishTimeoutError" ->
                Optional.of(new Failed(call, at, "SOURCE_TIMEOUT", "the publisher sent nothing", false));
            case "encoderNotOpenedError" ->
                Optional.of(new Failed(call, at, "ENCODER_UNSUPPORTED", "the server could not open an encoder", false));
            default -> Optional.empty();
        };
    }

    /** The record root is the folder of the application's streams; without it the file is named by its id. */
    private static Optional<ServerFile> file(Fields fields, HookSourceAdded source) {
        String root = source.recordRoot();
        return fields.some("vodName").map(name -> {
            String fileName = name + "." + fields.some("format").orElse(DEFAULT_FORMAT);
            String place = root == null
                    ? "vod:" + String.join("/", fields.text("app"), fields.text("vodId"), fileName)
                    : root + "/" + fileName;
            return ServerFile.at(place, rendition(name))
                    .elsewhere(root == null)
                    .lasting(fields.seconds("duration", MILLIS));
        });
    }

    private static String rendition(String name) {
        Matcher rendition = RENDITION.matcher(name);
        return rendition.matches() ? rendition.group(1) : "";
    }
}
