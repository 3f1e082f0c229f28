package io.curtaincall.dialects.huawei;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What an operation answers.
 *
 * @param body null if there is none
 */
record Answer(@Nullable ObjectNode body, Map<String, String> headers) {
    static final Answer EMPTY = new Answer(null, Map.of());

    Answer(ObjectNode body) {
        this(body, Map.of());
    }
}
