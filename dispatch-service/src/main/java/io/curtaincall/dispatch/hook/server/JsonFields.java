package io.curtaincall.dispatch.hook.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Hooks in JSON: what is on a list of names is taken, the rest, a publisher's token above all, is left behind. */
final class JsonFields {
    private static final ObjectMapper JSON = new JsonMapper();

    private JsonFields() {}

    /** What is not JSON need not even be text: then it is no parsing error that is thrown, but a broken encoding. */
    static JsonNode read(byte[] body) {
        try {
            JsonNode read = JSON.readTree(body);
            return read == null ? JSON.createObjectNode() : read;
        } catch (IOException e) {
            return JSON.createObjectNode();
        }
    }

    /** Empty if it is no text. */
    static String text(JsonNode object, String name) {
        JsonNode value = object.path(name);
        return value.isTextual() ? value.textValue() : "";
    }

    /** The plain values of these names. */
    static Map<String, String> of(JsonNode object, List<String> names) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String name : names) {
            JsonNode value = object.path(name);
            if (value.isValueNode() && !value.isNull()) fields.put(name, value.asText());
        }
        return fields;
    }

    /** A hook named by one of its fields. */
    static HookCall call(JsonNode hook, String nameField, List<String> allowed) {
        String call = text(hook, nameField);
        return call.isBlank() ? HookCall.unreadable() : new HookCall(call, of(hook, allowed));
    }
}
