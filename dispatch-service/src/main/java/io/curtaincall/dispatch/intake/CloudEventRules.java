package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.rw.CloudEventRWException;
import java.util.Map;

/** What CloudEvents 1.0 asks of the attributes of an event, as the SDK knows it. */
final class CloudEventRules {
    private static final String DATA = "data";
    private static final String SPEC_VERSION = "specversion";

    private CloudEventRules() {}

    static void check(JsonNode envelope, Findings findings) {
        io.cloudevents.core.v1.CloudEventBuilder attributes = CloudEventBuilder.v1();
        for (Map.Entry<String, JsonNode> field : envelope.properties()) {
            String name = field.getKey();
            if (name.equals(DATA) || name.equals(SPEC_VERSION)) continue;
            check(attributes, name, field.getValue(), findings);
        }
    }

    private static void check(
            io.cloudevents.core.v1.CloudEventBuilder attributes, String name, JsonNode value, Findings findings) {
        if (!isAttributeValue(value)) {
            findings.add("/" + name, "an attribute is a string, a boolean or a 32-bit integer");
            return;
        }
        try {
            attributes.withContextAttribute(name, value.asText());
        } catch (CloudEventRWException | IllegalArgumentException e) {
            findings.add("/" + name, "not as CloudEvents 1.0 has it: " + e.getMessage());
        }
    }

    private static boolean isAttributeValue(JsonNode value) {
        return value.isTextual() || value.isBoolean() || value.isInt();
    }
}
