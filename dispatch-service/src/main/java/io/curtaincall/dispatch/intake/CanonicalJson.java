package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/**
 * The one form in which a CloudEvent is stored and sent: attributes in a fixed order, extensions, then data as sent but
 * for the arguments that are not meant for receivers.
 */
final class CanonicalJson {
    private static final List<String> FIRST = List.of("specversion", "id", "source", "type", "time");

    private CanonicalJson() {}

    static String write(JsonNode envelope) {
        ObjectNode canonical = JsonNodeFactory.instance.objectNode();
        for (String name : FIRST) canonical.set(name, envelope.get(name));
        canonical.put("subject", Place.of(envelope.get("data")).encodedSubject());
        canonical.put("datacontenttype", "application/json");
        for (Map.Entry<String, JsonNode> field : envelope.properties()) {
            boolean known = canonical.has(field.getKey()) || field.getKey().equals("data");
            if (!known) canonical.set(field.getKey(), field.getValue());
        }
        canonical.set("data", PushArgs.keptIn(envelope.get("data")));
        return canonical.toString();
    }
}
