package io.curtaincall.dispatch.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with the events of one request, so that the sender learns all of it at once. */
final class Findings {
    private static final int MOST_TOLD = 50;

    private final List<FieldError> errors = new ArrayList<>();
    private String pointerPrefix = "";
    private String reasonPrefix = "";

    /** What is found from here on is about this event of a batch. */
    void inBatch(int index, JsonNode envelope) {
        JsonNode id = envelope.path("id");
        pointerPrefix = "/" + index;
        reasonPrefix = "event " + index + (id.isTextual() ? " (id " + shortened(id.textValue()) + ")" : "") + ": ";
    }

    void add(String pointer, String reason) {
        if (errors.size() < MOST_TOLD) errors.add(new FieldError(pointerPrefix + pointer, reasonPrefix + reason));
    }

    /** What is to be said of the event that is looked at, with its place in the batch. */
    String inWords(String text) {
        return reasonPrefix + text;
    }

    int count() {
        return errors.size();
    }

    /** @throws io.curtaincall.access.problem.RefusedException if anything was found */
    void requireNone() {
        if (!errors.isEmpty()) throw new Invalid(List.copyOf(errors)).refused();
    }

    private static String shortened(String id) {
        return id.length() <= 128 ? id : id.substring(0, 128) + "...";
    }
}
