package io.curtaincall.dispatch.hook.session;

import io.curtaincall.dispatch.hook.session.Signal.Began;
import io.curtaincall.dispatch.hook.session.Signal.FileClosed;
import io.curtaincall.dispatch.hook.session.Signal.PublisherLeft;
import io.curtaincall.events.hook.HookEvent.HookReceived;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * node-media-server tells when it records, under an id of the recording's own. It waits 30 s for the publisher to come
 * back: {@code doneRecord.endtime} is the end of that wait, {@code donePublish.endtime} the end of the stream.
 */
final class NodeMediaServerSignals {
    /** What lies beyond is no time. */
    private static final long LATEST = Instant.parse("9999-01-01T00:00:00Z").toEpochMilli();

    private NodeMediaServerSignals() {}

    static Optional<Signal> of(HookReceived received) {
        String call = received.call();
        String path = received.fields().get("filePath");
        return switch (call) {
            case "postRecord" ->
                Optional.of(new Began(call, time(received, "createtime").orElse(received.receivedAt()), false, path));
            case "doneRecord" ->
                Optional.ofNullable(path)
                        .filter(given -> !given.isBlank())
                        .map(given -> new FileClosed(call, given, "", number(received, "outbytes"), true));
            case "donePublish" -> time(received, "endtime").map(at -> new PublisherLeft(call, at));
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> time(HookReceived received, String field) {
        return Optional.ofNullable(number(received, field))
                .filter(millis -> millis > 0 && millis < LATEST)
                .map(Instant::ofEpochMilli);
    }

    private static @Nullable Long number(HookReceived received, String field) {
        try {
            return Long.valueOf(received.fields().getOrDefault(field, ""));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
