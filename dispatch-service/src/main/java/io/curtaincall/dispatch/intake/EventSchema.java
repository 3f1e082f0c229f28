package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/** The published JSON Schema of the canonical event. */
final class EventSchema {
    private static final String RESOURCE = "live-event.schema.json";

    private final JsonSchema schema = load();

    void check(JsonNode envelope, Findings findings) {
        for (ValidationMessage message : schema.validate(envelope)) {
            findings.add(pointer(message), message.getError());
        }
    }

    /** A missing or unknown property is itself the field to name, not the object it is missing from. */
    private static String pointer(ValidationMessage message) {
        String location = message.getInstanceLocation().toString();
        String property = message.getProperty();
        return property == null ? location : Findings.field(location, property);
    }

    private static JsonSchema load() {
        SchemaValidatorsConfig config = SchemaValidatorsConfig.builder()
                .pathType(PathType.JSON_POINTER)
                .formatAssertionsEnabled(true)
                .locale(Locale.ENGLISH)
                .build();
        try (InputStream text = EventSchema.class.getResourceAsStream(RESOURCE)) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(text, config);
            schema.initializeValidators();
            return schema;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
