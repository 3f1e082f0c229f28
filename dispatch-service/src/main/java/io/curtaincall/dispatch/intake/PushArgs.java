package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** The arguments of an ingest URL: those meant for receivers are kept, among the others are the publishers' tokens. */
final class PushArgs {
    private static final String FIELD = "pushArgs";
    private static final String MEANT_FOR_RECEIVERS = "callback_";

    private PushArgs() {}

    /** The same data with the arguments that are kept. */
    static JsonNode keptIn(JsonNode data) {
        JsonNode all = data.path(FIELD);
        if (all.isMissingNode()) return data;
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> arg : all.properties()) {
            if (arg.getKey().startsWith(MEANT_FOR_RECEIVERS)) kept.set(arg.getKey(), arg.getValue());
        }
        ObjectNode result = data.<ObjectNode>deepCopy();
        result.remove(FIELD);
        if (!kept.isEmpty()) result.set(FIELD, kept);
        return result;
    }
}
