package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the events of one request, so that the sender learns all of it at once. */
final class Findings {
    private static final int MOST_TOLD = 50;
    private static final int LONGEST = 1024;

    private final List<FieldError> errors = new ArrayList<>();
    private int found;
    private String pointerPrefix = "";
    private String reasonPrefix = "";

    /** What is found from here on is about this event of a batch. */
    void inBatch(int index, JsonNode envelope) {
        JsonNode id = envelope.path("id");
        pointerPrefix = "/" + index;
        reasonPrefix = "event " + index + (id.isTextual() ? " (id " + shortened(id.textValue(), 128) + ")" : "") + ": ";
    }

    void add(String pointer, String reason) {
        if (found++ < MOST_TOLD) {
            errors.add(new FieldError(told(pointerPrefix + pointer), told(reasonPrefix + reason)));
        }
    }

    /** The pointer to a field of what the given pointer names. */
    static String field(String pointer, String name) {
        return pointer + "/" + name.replace("~", "~0").replace("/", "~1");
    }

    static boolean isHalfOfAPair(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }

    /** What is to be said of the event that is looked at, with its place in the batch. */
    String inWords(String text) {
        return reasonPrefix + text;
    }

    int count() {
        return found;
    }

    /** @throws io.curtaincall.access.problem.RefusedException if anything was found */
    void requireNone() {
        if (!errors.isEmpty()) throw new Invalid(List.copyOf(errors)).refused();
    }

    /** The sender's own words may be such as no answer could carry. */
    private static String told(String text) {
        StringBuilder told = new StringBuilder(text.length());
        shortened(text, LONGEST)
                .codePoints()
                .forEach(c -> told.append(isHalfOfAPair(c) ? String.format("\\u%04x", c) : Character.toString(c)));
        return told.toString();
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "...";
    }
}
