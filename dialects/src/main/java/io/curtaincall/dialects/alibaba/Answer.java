package io.curtaincall.dialects.alibaba;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What an operation answers, before it is written as JSON or XML; the fields keep their order. */
final class Answer {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** A list: JSON has it flat, XML gives each element a name. */
    record Items(String element, List<Answer> all) {}

    /** Texts, numbers, booleans, answers and {@link Items}. */
    Map<String, Object> fields() {
        return fields;
    }

    Answer with(String name, String value) {
        return put(name, value);
    }

    Answer with(String name, long value) {
        return put(name, value);
    }

    Answer with(String name, boolean value) {
        return put(name, value);
    }

    Answer with(String name, Answer value) {
        return put(name, value);
    }

    Answer with(String name, Items value) {
        return put(name, value);
    }

    Answer withAllOf(Answer other) {
        fields.putAll(other.fields);
        return this;
    }

    private Answer put(String name, Object value) {
        fields.put(name, value);
        return this;
    }
}
