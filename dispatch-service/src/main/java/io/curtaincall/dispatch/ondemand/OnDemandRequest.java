package io.curtaincall.dispatch.ondemand;

import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import io.curtaincall.events.ondemand.OnDemandEvent.Stream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a control plane asks about; all that is wrong with it is told at once. */
final class OnDemandRequest {
    private static final Set<String> KNOWN = Set.of("domain", "app", "stream", "vbitrate", "codec");
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonNode fields;
    private final List<FieldError> errors = new ArrayList<>();

    private OnDemandRequest(JsonNode fields) {
        this.fields = fields;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if it is not what may be asked */
    static Stream read(byte[] body) {
        return new OnDemandRequest(parse(body)).stream();
    }

    private static JsonNode parse(byte[] body) {
        try {
            JsonNode fields = JSON.readTree(body);
            if (fields.isObject()) return fields;
        } catch (JacksonException e) {
            throw Invalid.field("", "is not JSON").refused();
        }
        throw Invalid.field("", "must be a JSON object").refused();
    }

    private Stream stream() {
        for (String name : fields.propertyNames()) {
            if (!KNOWN.contains(name)) refuse(name, "is not a known field");
        }
        Stream stream = new Stream(
                required("domain", 253).toLowerCase(Locale.ROOT),
                required("app", 255),
                required("stream", 1024),
                vbitrate(),
                optional("codec", 64));
        if (!errors.isEmpty()) throw new Invalid(List.copyOf(errors)).refused();
        return stream;
    }

    private String required(String name, int longest) {
        String text = optional(name, longest);
        if (text == null || text.isEmpty()) refuse(name, "is required");
        return text == null ? "" : text;
    }

    private @Nullable String optional(String name, int longest) {
        JsonNode value = fields.path(name);
        if (value.isMissingNode() || value.isNull()) return null;
        if (value.isString() && isPlain(value.stringValue(), longest)) return value.stringValue();
        refuse(name, "must be a text of at most " + longest + " characters");
        return "?";
    }

    private static boolean isPlain(String text, int longest) {
        return text.length() <= longest && text.codePoints().noneMatch(OnDemandRequest::isUnfit);
    }

    private static boolean isUnfit(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL || type == Character.SURROGATE;
    }

    private @Nullable Integer vbitrate() {
        JsonNode value = fields.path("vbitrate");
        if (value.isMissingNode() || value.isNull()) return null;
        if (value.isIntegralNumber() && value.canConvertToInt() && value.intValue() >= 0) return value.intValue();
        refuse("vbitrate", "must be a whole number of kbit/s");
        return null;
    }

    private void refuse(String name, String reason) {
        errors.add(new FieldError("/" + name.replace("~", "~0").replace("/", "~1"), reason));
    }
}
