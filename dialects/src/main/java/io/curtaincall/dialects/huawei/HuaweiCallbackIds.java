package io.curtaincall.dialects.huawei;

import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** Ids that follow from what the event says, so that a repeat has the same. */
final class HuaweiCallbackIds {
    private static final int FIRST = 1;

    private HuaweiCallbackIds() {}

    /** Of the recording, from its beginning until it is over. */
    static String task(JsonNode data) {
        return data.path("taskId").asString("");
    }

    /**
     * Of one file, the same when it begins and when it is complete: its number within the task. One that comes without a
     * number is the first when a recording begins, and else known by what is told of it.
     */
    static String job(LiveEventReported event, JsonNode data) {
        JsonNode file = data.path("file");
        String recorder = file.path("recorder").asString("");
        String which = switch (event.topic()) {
            case RECORDING_STARTED -> "" + data.path("segment").asLong(FIRST);
            case RECORDING_FILE_COMPLETED -> segmentOr(data, file.path("uri").asString(""));
            default -> segmentOr(data, event.source() + "\n" + event.id());
        };
        return named(String.join("\n", "job", task(data), recorder, which));
    }

    /** Of a file that is complete. */
    static String asset(JsonNode data) {
        return named(String.join(
                "\n", "asset", task(data), data.path("file").path("uri").asString("")));
    }

    private static String segmentOr(JsonNode data, String otherwise) {
        return data.has("segment") ? "" + data.get("segment").asLong(FIRST) : otherwise;
    }

    private static String named(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                .toString()
                .replace("-", "");
    }
}
