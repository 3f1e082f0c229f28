package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.wire.Percent;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is told of one event: of a push the documented fields, empty where nobody knows; of recordings and snapshots,
 * whose fields are not published, what the canonical event tells, in the vendor's spelling.
 */
final class CallbackDetail {
    private static final Pattern HUMP = Pattern.compile("(?=[A-Z])");
    private static final Set<String> TOLD = Set.of("taskId", "sessionId", "segment", "file", "totals", "error");

    private CallbackDetail() {}

    static ObjectNode of(LiveEventReported event, EventType type) {
        JsonNode data = CallbackJson.data(event);
        ObjectNode detail = CallbackJson.object()
                .put("time", event.occurredAt().getEpochSecond())
                .put("time_ms", event.occurredAt().toEpochMilli());
        return switch (type) {
            case PUSH_START, PUSH_END -> push(detail, data);
            case SNAPSHOT -> recorded(detail, data);
            case RECORD -> recorded(detail.put("status", status(event)), data);
        };
    }

    private static ObjectNode push(ObjectNode detail, JsonNode data) {
        return detail.put("transcoded", false)
                .put("fp_node_ip", "")
                .put("fp_client_ip", "")
                .put("fp_user_url", userUrl(data))
                .put("session_id", data.path("sessionId").asString(""))
                .put("sequence_id", data.path("taskId").asString(""));
    }

    private static String userUrl(JsonNode data) {
        return data.path("pushArgs").properties().stream()
                .map(argument -> Percent.encode(argument.getKey()) + "="
                        + Percent.encode(argument.getValue().asString("")))
                .collect(Collectors.joining("&"));
    }

    /** {@code recording.file.completed} is {@code file_completed}. */
    private static String status(LiveEventReported event) {
        String name = event.topic().wireName();
        return name.substring(name.indexOf('.') + 1).replace('.', '_');
    }

    private static ObjectNode recorded(ObjectNode detail, JsonNode data) {
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            if (TOLD.contains(field.getKey())) put(detail, field);
        }
        return detail;
    }

    private static void put(ObjectNode target, Map.Entry<String, JsonNode> field) {
        String name = HUMP.matcher(field.getKey()).replaceAll("_").toLowerCase(Locale.ROOT);
        JsonNode value = field.getValue();
        if (value.isObject()) {
            ObjectNode inner = target.putObject(name);
            for (Map.Entry<String, JsonNode> each : value.properties()) put(inner, each);
        } else if (CallbackJson.isMeasurable(value)) target.set(name, value);
    }
}
