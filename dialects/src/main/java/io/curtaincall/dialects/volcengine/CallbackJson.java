package io.curtaincall.dialects.volcengine;

import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads canonical events and writes bodies; numbers keep their digits. */
final class CallbackJson {
    private static final int LONGEST_NUMBER = 40;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private CallbackJson() {}

    static JsonNode data(LiveEventReported event) {
        return JSON.readTree(event.cloudEvent()).path("data");
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    /** Whether it can be written in a line: a short number may stand for millions of digits. */
    static boolean isMeasurable(JsonNode number) {
        return !number.isBigDecimal() || Math.abs(number.decimalValue().scale()) <= LONGEST_NUMBER;
    }

    static String write(ObjectNode body) {
        return JSON.writeValueAsString(body);
    }
}
