package io.curtaincall.config.request;

import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON object of a request, read field by field. What is wrong is collected under its JSON pointer, so that the
 * caller learns of everything at once from {@link #requireValid}; until then a wrong field reads as empty.
 */
public final class RequestFields {
    private final ObjectNode object;
    private final String pointer;
    private final List<FieldError> errors;
    private final Set<String> known = new HashSet<>();
    private final List<RequestFields> nested = new ArrayList<>();

    RequestFields(ObjectNode object) {
        this(object, "", new ArrayList<>());
    }

    private RequestFields(ObjectNode object, String pointer, List<FieldError> errors) {
        this.object = object;
        this.pointer = pointer;
        this.errors = errors;
    }

    /** A text that must be there. */
    public String text(String name, TextRule rule) {
        JsonNode value = find(name);
        if (value == null) {
            refuse(name, "is required");
            return "";
        }
        return checked(name, value, rule).orElse("");
    }

    public Optional<String> optionalText(String name, TextRule rule) {
        JsonNode value = find(name);
        return value == null ? Optional.empty() : checked(name, value, rule);
    }

    public boolean flag(String name, boolean otherwise) {
        JsonNode value = find(name);
        if (value == null) return otherwise;
        if (!value.isBoolean()) refuse(name, "must be true or false");
        return value.asBoolean(otherwise);
    }

    public Optional<Long> optionalNumber(String name) {
        JsonNode value = find(name);
        if (value == null) return Optional.empty();
        if (value.isIntegralNumber() && value.canConvertToLong()) return Optional.of(value.longValue());
        refuse(name, "must be a whole number");
        return Optional.empty();
    }

    public Optional<Double> optionalDecimal(String name) {
        JsonNode value = find(name);
        if (value == null) return Optional.empty();
        if (value.isNumber()) return Optional.of(value.doubleValue());
        refuse(name, "must be a number");
        return Optional.empty();
    }

    /** The texts of an array; each wrong one is refused under its own place. */
    public Optional<List<String>> optionalTexts(String name, TextRule rule) {
        JsonNode value = find(name);
        if (value == null) return Optional.empty();
        if (!value.isArray() || value.isEmpty()) {
            refuse(name, "must be a non-empty array of strings");
            return Optional.empty();
        }
        return Optional.of(checkedEach(name, value, rule));
    }

    /** The same of an array that may be empty and has at most so many. */
    public Optional<List<String>> optionalTexts(String name, int most, TextRule rule) {
        JsonNode value = find(name);
        if (value == null) return Optional.empty();
        if (!value.isArray() || value.size() > most) {
            refuse(name, "must be an array of at most " + most + " strings");
            return Optional.empty();
        }
        return Optional.of(checkedEach(name, value, rule));
    }

    private List<String> checkedEach(String name, JsonNode array, TextRule rule) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            checked(name + "/" + i, array.get(i), rule).ifPresent(texts::add);
        }
        return texts;
    }

    /** Whether the field is there, be it null. */
    public boolean names(String name) {
        known.add(name);
        return object.has(name);
    }

    /** Whether the field is there and not null. */
    public boolean has(String name) {
        return find(name) != null;
    }

    /** The names of all fields there are, for an object whose names say something. */
    public List<String> names() {
        List<String> names = List.copyOf(object.propertyNames());
        known.addAll(names);
        return names;
    }

    /** The name as it stands in a JSON pointer. */
    public static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    /** Lets come along what only we write. */
    public void ignore(String name) {
        known.add(name);
    }

    /** The fields of an object within, empty if it is not there. */
    public RequestFields object(String name) {
        JsonNode value = find(name);
        if (value != null && !value.isObject()) refuse(name, "must be an object");
        ObjectNode fields = value instanceof ObjectNode found ? found : JsonNodeFactory.instance.objectNode();
        RequestFields within = new RequestFields(fields, pointerTo(name), errors);
        nested.add(within);
        return within;
    }

    public void refuse(String name, String reason) {
        errors.add(new FieldError(pointerTo(name), reason));
    }

    /** @throws io.curtaincall.access.problem.RefusedException naming every field that is wrong or that nobody reads */
    public void requireValid() {
        refuseUnknown();
        if (!errors.isEmpty()) throw new Invalid(List.copyOf(errors)).refused();
    }

    private void refuseUnknown() {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                refuse(escaped(name), "is not a known field");
            }
        }
        nested.forEach(RequestFields::refuseUnknown);
    }

    private Optional<String> checked(String name, JsonNode value, TextRule rule) {
        Optional<String> why = value.isString() ? rule.refusal(value.stringValue()) : Optional.of("must be a string");
        why.ifPresent(reason -> refuse(name, reason));
        return why.isPresent() ? Optional.empty() : Optional.of(value.stringValue());
    }

    private String pointerTo(String name) {
        return pointer + "/" + name;
    }

    /** An explicit null is as good as nothing. */
    private @Nullable JsonNode find(String name) {
        known.add(name);
        JsonNode value = object.get(name);
        return value == null || value.isNull() ? null : value;
    }
}
