package io.curtaincall.dispatch.hook.server;

import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * MediaMTX runs commands: {@code hooks/mediamtx-hook.sh} posts a form, and many have a {@code curl} that gets an address
 * with the fields in its query. It names no session, but the file that each segment goes to.
 */
@Component
final class MediaMtxHooks implements ServerHooks {
    private static final String CREATED = "segment-create";
    private static final String COMPLETED = "segment-complete";
    private static final String UNAVAILABLE = "unavailable";
    /** Of a path that is no more than a name. */
    private static final String NO_APP = "live";

    private static final List<String> ALLOWED = List.of("path", "segment_path", "segment_duration", "size", "id");
    /** As the script makes it: when it ran, to the second or more exactly, and as which process. */
    private static final Pattern ID = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?-\\d+");

    private static final int NANO_DIGITS = 9;

    @Override
    public HookKind kind() {
        return HookKind.MEDIAMTX;
    }

    @Override
    public Set<String> methods() {
        return Set.of("GET", "POST");
    }

    /** In a form a plus is a blank; in a query that nobody encoded it is part of a file's name. */
    @Override
    public TakenHooks take(HookRequest request) {
        Map<String, String> sent = new HashMap<>(FirstFields.of(request.query()));
        sent.putAll(FirstFields.of(new String(request.body(), StandardCharsets.ISO_8859_1).replace('+', ' ')));
        return TakenHooks.answeredOk(read(sent));
    }

    /** Without an event it is the form with {@code curl} of the server's documentation, for a segment that is complete. */
    private static HookCall read(Map<String, String> sent) {
        String call = sent.getOrDefault("event", sent.containsKey("segment_path") ? COMPLETED : "");
        if (call.isBlank()) return HookCall.unreadable();
        Map<String, String> fields = new HashMap<>(sent);
        fields.keySet().retainAll(ALLOWED);
        String id = sent.getOrDefault("id", "");
        HookCall hook = new HookCall(call, fields).sentAt(ran(id));
        if (call.equals(CREATED) || call.equals(COMPLETED)) return hook.knownBy("path", "segment_path");
        return id.isEmpty() ? hook : hook.knownAs(call + "\n" + id);
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        String path = fields.text("path");
        int slash = path.lastIndexOf('/');
        String app = slash > 0 ? path.substring(0, slash) : NO_APP;
        return signal(hook, fields)
                .map(signal -> new Meaning("", app, path.substring(slash + 1), "", signal, ran(fields.text("id"))));
    }

    private static @Nullable Instant ran(String id) {
        Matcher ran = ID.matcher(id);
        if (!ran.matches()) return null;
        String part = Objects.requireNonNullElse(ran.group(2), "");
        String nanos = part + "0".repeat(NANO_DIGITS - part.length());
        return Instant.ofEpochSecond(Long.parseLong(ran.group(1)), Long.parseLong(nanos));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        String call = hook.call();
        return switch (call) {
            case CREATED ->
                fields.some("segment_path")
                        .map(path -> new Began(call, hook.receivedAt(), false, path, Others.ARE_THIS, false));
            case COMPLETED ->
                fields.some("segment_path")
                        .map(path -> ServerFile.at(path, "")
                                .sized(fields.number("size"))
                                .lasting(fields.decimal("segment_duration")))
                        .map(file -> new FileClosed(call, file, false));
            case UNAVAILABLE -> Optional.of(new Ended(call));
            default -> Optional.empty();
        };
    }
}
