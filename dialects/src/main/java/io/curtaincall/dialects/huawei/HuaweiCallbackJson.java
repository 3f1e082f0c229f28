package io.curtaincall.dialects.huawei;

import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads canonical events and writes messages. */
final class HuaweiCallbackJson {
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private HuaweiCallbackJson() {}

    static JsonNode data(LiveEventReported event) {
        return JSON.readTree(event.cloudEvent()).path("data");
    }

    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static String write(ObjectNode body) {
        return JSON.writeValueAsString(body);
    }
}
