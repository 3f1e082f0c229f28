package io.curtaincall.dispatch.hook.server;

import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.dispatch.hook.server.Signal.PublisherLeft;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * node-media-server posts JSON as text, and tells when it records, under an id of the recording's own. It waits 30 s for
 * the publisher to come back: {@code doneRecord.endtime} is the end of that wait, {@code donePublish.endtime} the end of
 * the stream.
 */
@Component
final class NodeMediaServerHooks implements ServerHooks {
    /** Without {@code query}, which holds the publisher's token. */
    private static final List<String> ALLOWED =
            List.of("id", "app", "name", "protocol", "createtime", "endtime", "inbytes", "outbytes", "filePath");

    @Override
    public HookKind kind() {
        return HookKind.NODE_MEDIA_SERVER;
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
        HookCall hook = JsonFields.call(JsonFields.read(body), "action", ALLOWED);
        Fields fields = new Fields(hook.fields());
        // the others' are those of a stream that may have begun or ended before
        return switch (hook.call()) {
            case "postRecord" -> hook.sentAt(fields.millis("createtime").orElse(null));
            case "doneRecord" -> hook.sentAt(fields.millis("endtime").orElse(null));
            default -> hook;
        };
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        return signal(hook, fields)
                .map(signal -> new Meaning(fields.text("app"), fields.text("name"), fields.text("id"), signal));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        String call = hook.call();
        return switch (call) {
            case "postRecord" -> {
                Instant at = fields.millis("createtime").orElse(hook.receivedAt());
                String path = fields.all().get("filePath");
                yield Optional.of(new Began(call, at, false, path, Others.ARE_OVER, true));
            }
            case "doneRecord" ->
                fields.some("filePath")
                        .map(path -> ServerFile.at(path, "").sized(fields.number("outbytes")))
                        .map(file -> new FileClosed(call, file, true));
            case "donePublish" -> fields.millis("endtime").map(at -> new PublisherLeft(call, at));
            default -> Optional.empty();
        };
    }
}
