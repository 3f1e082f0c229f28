package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.access.problem.Problem.Unauthenticated;
import io.curtaincall.dispatch.hook.server.Signal.Began;
import io.curtaincall.dispatch.hook.server.Signal.Ended;
import io.curtaincall.dispatch.hook.server.Signal.Failed;
import io.curtaincall.dispatch.hook.server.Signal.FileClosed;
import io.curtaincall.dispatch.hook.server.Signal.Others;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import io.curtaincall.events.hook.HookKind;
import io.curtaincall.events.hook.HookSourceEvent.HookSourceAdded;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Oryx tells of recordings, each by a uuid, and answers are those of SRS, which it is built on. A source with a secret
 * takes only what holds it as {@code opaque}.
 */
@Component
final class OryxHooks implements ServerHooks {
    /** Without {@code param} and {@code artifact_url}, which may hold tokens, and {@code opaque}, the shared secret. */
    private static final List<String> ALLOWED =
            List.of("request_id", "vhost", "app", "stream", "uuid", "artifact_code", "artifact_path");

    private static final String DONE = "0";

    @Override
    public HookKind kind() {
        return HookKind.ORYX;
    }

    /** A new {@code request_id} comes with every sending, so that it says nothing of what is the same. */
    @Override
    public TakenHooks take(HookRequest request) {
        JsonNode json = JsonFields.read(request.body());
        requireSecret(request.proof().secret(), JsonFields.text(json, "opaque"));
        HookCall hook = JsonFields.call(json, "action", ALLOWED);
        boolean ofRecording = hook.fields().containsKey("uuid");
        return TakenHooks.answeredJson(
                List.of(ofRecording ? hook.knownBy("uuid", "artifact_code") : hook), SrsHooks.CODE_0);
    }

    private static void requireSecret(@Nullable String secret, String shown) {
        if (secret == null) return;
        boolean same =
                MessageDigest.isEqual(secret.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
        if (!same) throw new Unauthenticated("the hook does not hold the secret of its source").refused();
    }

    @Override
    public Optional<Meaning> meaning(HookReceived hook, HookSourceAdded source) {
        Fields fields = new Fields(hook.fields());
        return signal(hook, fields)
                .map(signal -> new Meaning(fields.text("app"), fields.text("stream"), fields.text("uuid"), signal)
                        .at(fields.text("vhost")));
    }

    private static Optional<Signal> signal(HookReceived hook, Fields fields) {
        String call = hook.call();
        return switch (call) {
            case "on_record_begin" -> Optional.of(new Began(call, hook.receivedAt(), false, null, Others.GO_ON, true));
            case "on_record_end" -> {
                String code = fields.text("artifact_code");
                if (!code.equals(DONE)) {
                    String why =
                            "the recording was not made into a file, artifact_code " + fields.number("artifact_code");
                    yield Optional.of(new Failed(call, null, "UNKNOWN", why, true));
                }
                yield fields.some("artifact_path")
                        .map(path -> ServerFile.at(path, "").elsewhere(!path.startsWith("/")))
                        .<Signal>map(file -> new FileClosed(call, file, true))
                        .or(() -> Optional.of(new Ended(call)));
            }
            default -> Optional.empty();
        };
    }
}
