package io.curtaincall.dialects.volcengine;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The parameters of one call, which are the fields of its body. One that is null or an empty text is as good as not
 * sent; one of a wrong type is refused as the vendor's binding does.
 */
final class Parameters {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode fields;

    private Parameters(ObjectNode fields) {
        this.fields = fields;
    }

    /**
     * @param body nothing at all is as good as no parameter
     * @throws VolcengineRefusal if it is no JSON object
     */
    static Parameters of(String body) {
        if (body.isEmpty()) return new Parameters(JSON.createObjectNode());
        try {
            if (JSON.readTree(body) instanceof ObjectNode fields) return new Parameters(fields);
        } catch (JacksonException e) {
            // told below like a body that is something else
        }
        throw VolcengineError.BIND.refused();
    }

    Optional<String> text(String name) {
        return sent(name).map(Parameters::string).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> invalid(name, "is required"));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) texts.add(string(element));
        return texts;
    }

    List<Parameters> objects(String name) {
        List<Parameters> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (!(element instanceof ObjectNode object)) throw VolcengineError.BIND.refused();
            objects.add(new Parameters(object));
        }
        return objects;
    }

    boolean flag(String name) {
        return sent(name)
                .map(value -> {
                    if (!value.isBoolean()) throw VolcengineError.BIND.refused();
                    return value.booleanValue();
                })
                .orElse(false);
    }

    int number(String name, int least, int most, int unsent) {
        return sent(name)
                .map(value -> {
                    if (!value.isIntegralNumber()) throw VolcengineError.BIND.refused();
                    boolean fits = value.canConvertToInt() && value.intValue() >= least && value.intValue() <= most;
                    if (!fits) throw invalid(name, "must be from " + least + " to " + most);
                    return value.intValue();
                })
                .orElse(unsent);
    }

    OffsetDateTime time(String name) {
        return Timestamps.parse(required(name))
                .orElseThrow(() -> invalid(name, "must be a time of RFC 3339, such as 2025-03-18T00:00:00+08:00"));
    }

    /** Of these, what was sent, as it was sent. */
    ObjectNode echo(String... names) {
        ObjectNode echo = JSON.createObjectNode();
        for (String name : names) sent(name).ifPresent(value -> echo.set(name, value));
        return echo;
    }

    static VolcengineRefusal invalid(String name, String why) {
        return VolcengineError.invalid(name, why).refused();
    }

    private Optional<JsonNode> sent(String name) {
        return Optional.ofNullable(fields.get(name)).filter(value -> !value.isNull());
    }

    private Iterable<JsonNode> elements(String name) {
        Optional<JsonNode> list = sent(name);
        if (list.isEmpty()) return List.of();
        if (!list.get().isArray()) throw VolcengineError.BIND.refused();
        return list.get();
    }

    private static String string(JsonNode value) {
        if (!value.isString()) throw VolcengineError.BIND.refused();
        return value.stringValue();
    }
}
