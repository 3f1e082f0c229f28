package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/** Text that no store, header or log could carry faithfully is refused at the door. */
final class TextRules {
    private static final List<String> NAMES =
            List.of("domain", "app", "stream", "taskId", "sessionId", "dstUrl", "errorMessage");

    private TextRules() {}

    static void check(JsonNode envelope, Findings findings) {
        checkUnicode("", envelope, findings);
        for (String name : List.of("id", "source", "subject", "type")) checkControls("", name, envelope, findings);
        for (String name : NAMES) checkControls("/data", name, envelope.get("data"), findings);
    }

    private static void checkControls(String parent, String name, JsonNode object, Findings findings) {
        JsonNode value = object.path(name);
        if (value.isTextual() && value.textValue().chars().anyMatch(Character::isISOControl)) {
            findings.add(parent + "/" + name, "has control characters");
        }
    }

    private static void checkUnicode(String pointer, JsonNode node, Findings findings) {
        if (node.isTextual() && !isUnicode(node.textValue())) findings.add(pointer, "is not valid Unicode");
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String at = Findings.field(pointer, field.getKey());
            if (!isUnicode(field.getKey())) findings.add(at, "has a name that is not valid Unicode");
            checkUnicode(at, field.getValue(), findings);
        }
    }

    /** JSON escapes can spell half a surrogate pair, UTF-8 cannot. */
    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(Findings::isHalfOfAPair);
    }
}
