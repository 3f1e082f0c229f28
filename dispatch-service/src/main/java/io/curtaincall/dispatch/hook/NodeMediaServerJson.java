package io.curtaincall.dispatch.hook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The JSON node-media-server posts as text; {@code query}, which holds the publisher's token, is left behind. */
final class NodeMediaServerJson {
    private static final ObjectMapper JSON = new JsonMapper();
    private static final List<String> ALLOWED =
            List.of("id", "app", "name", "protocol", "createtime", "endtime", "inbytes", "outbytes", "filePath");

    private NodeMediaServerJson() {}

    static HookCall parse(byte[] body) {
        JsonNode hook = read(body);
        String action = hook.path("action").isTextual() ? hook.path("action").textValue() : "";
        if (action.isBlank()) return HookCall.unreadable();
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : ALLOWED) {
            JsonNode value = hook.path(name);
            if (value.isValueNode() && !value.isNull()) fields.put(name, value.asText());
        }
        return new HookCall(action, fields);
    }

    /** What is not JSON need not even be text: then it is no parsing error that is thrown, but a broken encoding. */
    private static JsonNode read(byte[] body) {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }
}
