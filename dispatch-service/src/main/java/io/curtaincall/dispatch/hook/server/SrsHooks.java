package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.dispatch.hook.server.Signal.Alive;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * SRS posts JSON and takes nothing but a code of 0 for yes. It tells of publishing and of closed files; that it records
 * is inferred. The segments of HLS are signs of life, or files where the hook's URL ends in {@code ?hls=files}.
 */
@Component
final class SrsHooks implements ServerHooks {
    static final String CODE_0 = "{\"code\":0}";
    private static final String HLS = "hls";
    private static final String FILES = "files";
    /** Without {@code param} and {@code tcUrl}, which hold the publisher's token. */
    private static final List<String> ALLOWED =
            List.of("service_id", "client_id", "vhost", "app", "stream", "cwd", "file", "duration", "seq_no");

    /** The default name, {@code [stream].[timestamp].flv}, tells when the file was begun. */
    private static final Pattern TIMESTAMPED = Pattern.compile(".*\\.(\\d{13})\\.\\w+");

    @Override
    public HookKind kind() {
        return HookKind.SRS;
    }

    @Override
    public boolean namesFilesByStream() {
        return true;
    }

    @Override
    public TakenHooks take(HookRequest request) {
        boolean hlsFiles = FILES.equals(FirstFields.of(request.query()).get(HLS));
        return TakenHooks.answeredJson(List.of(read(request.body(), hlsFiles)), CODE_0);
    }

    /** Two of its URLs may lead here: a file told of twice is one. */
    private static HookCall read(byte[] body, boolean hlsFiles) {
        JsonNode json = JsonFields.read(body);
        HookCall hook = JsonFields.call(json, "action", ALLOWED);
        return switch (hook.call()) {
            case "on_dvr" -> hook.knownBy("service_id", "client_id", "file");
            case "on_hls" -> marked(hook, hlsFiles).knownBy("service_id", "client_id", "file", "seq_no");
            default -> hook;
        };
    }

    private static HookCall marked(HookCall hook, boolean hlsFiles) {
        if (!hlsFiles) return hook;
        Map<String, String> fields = new HashMap<>(hook.fields());
        fields.put(HLS, FILES);
        return new HookCall(hook.call(), fields);
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        return signal(hook, fields)
                .map(signal -> new Meaning(fields.text("app"), fields.text("stream"), client(fields), signal)
                        .at(fields.text("vhost")));
    }

    /** Anew with every start of the server, as older ones count their clients. */
    private static String client(Fields fields) {
        return fields.some("service_id").map(service -> service + "-").orElse("") + fields.text("client_id");
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        String call = hook.call();
        return switch (call) {
            case "on_publish" -> {
                boolean once = fields.some("service_id").isPresent();
                yield Optional.of(new Began(call, hook.receivedAt(), true, null, Others.MAY_WIN, once));
            }
            case "on_unpublish" -> Optional.of(new Ended(call));
            case "on_dvr" -> file(fields, "").map(file -> new FileClosed(call, file, false));
            case "on_hls" ->
                fields.text(HLS).equals(FILES)
                        ? file(fields, HLS).map(file -> new FileClosed(call, file, false))
                        : Optional.of(new Alive(call));
            default -> Optional.empty();
        };
    }

    private static Optional<ServerFile> file(Fields fields, String recorder) {
        return fields.some("file")
                .map(file -> ServerFile.at(path(fields.text("cwd"), file), recorder)
                        .lasting(fields.decimal("duration"))
                        .between(startOf(file), null));
    }

    private static String path(String folder, String file) {
        if (file.startsWith("/") || folder.isBlank()) return file;
        String relative = file.startsWith("./") ? file.substring(2) : file;
        return folder.endsWith("/") ? folder + relative : folder + "/" + relative;
    }

    private static @Nullable Instant startOf(String file) {
        Matcher name = TIMESTAMPED.matcher(file);
        return name.matches() ? Instant.ofEpochMilli(Long.parseLong(name.group(1))) : null;
    }
}
