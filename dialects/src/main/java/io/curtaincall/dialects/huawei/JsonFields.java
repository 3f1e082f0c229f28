package io.curtaincall.dialects.huawei;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a body that is a JSON object. One that is null is as good as not sent. */
final class JsonFields {
    private static final String TYPE = "application/json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final JsonNode object;

    private JsonFields(JsonNode object) {
        this.object = object;
    }

    /** @throws HuaweiRefusal if it says that it is something else, or is */
    static JsonFields of(ApiRequest request) {
        if (request.has("content-type"))
            requireJson(request.header("content-type").orElse(""));
        try {
            JsonNode read = JSON.readTree(request.body());
            if (!read.isObject())
                throw HuaweiError.illegal("the body is no JSON object").refused();
            return new JsonFields(read);
        } catch (JacksonException e) {
            throw HuaweiError.illegal("the body is not well-formed JSON").refused();
        }
    }

    private static void requireJson(String type) {
        if (!type.split(";", 2)[0].strip().equalsIgnoreCase(TYPE)) {
            throw HuaweiError.UNSUPPORTED_MEDIA_TYPE.refused();
        }
    }

    Optional<String> text(String name) {
        JsonNode value = object.path(name);
        return isAbsent(value) ? Optional.empty() : Optional.of(text(name, value));
    }

    String required(String name) {
        return text(name)
                .orElseThrow(() -> HuaweiError.illegal(name + " is missing").refused());
    }

    Optional<List<String>> texts(String name) {
        JsonNode value = object.path(name);
        if (isAbsent(value)) return Optional.empty();
        if (!value.isArray())
            throw HuaweiError.illegal(name + " must be an array").refused();
        return Optional.of(StreamSupport.stream(value.spliterator(), false)
                .map(element -> text(name, element))
                .toList());
    }

    /** Of nested objects, for reading only. */
    JsonNode at(String pointer) {
        return object.at(pointer);
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** A half of a surrogate pair is no text, and nobody has a use for control characters. */
    private static String text(String name, JsonNode value) {
        if (!value.isString())
            throw HuaweiError.illegal(name + " must be a string").refused();
        String text = value.stringValue();
        boolean whole = StandardCharsets.UTF_8.newEncoder().canEncode(text);
        if (!whole || text.chars().anyMatch(Character::isISOControl)) {
            throw HuaweiError.illegal(name + " has characters that are not allowed")
                    .refused();
        }
        return text;
    }
}
