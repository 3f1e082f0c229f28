package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.alibaba.Answer.Items;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes an answer as JSON. */
final class JsonAnswer {
    private static final JsonMapper JSON = new JsonMapper();

    private JsonAnswer() {}

    static byte[] bytes(Answer answer) {
        // by way of a text, so that half a surrogate pair in what a receiver said becomes a question mark, not a
        // failure
        return JSON.writeValueAsString(plain(answer)).getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, Object> plain(Answer answer) {
        Map<String, Object> plain = new LinkedHashMap<>();
        answer.fields().forEach((name, value) -> plain.put(name, plainValue(value)));
        return plain;
    }

    private static Object plainValue(Object value) {
        return switch (value) {
            case Answer nested -> plain(nested);
            case Items items -> items.all().stream().map(JsonAnswer::plain).toList();
            default -> value;
        };
    }
}
