package io.curtaincall.query.record;

import io.curtaincall.access.problem.Problem.FieldError;
import io.curtaincall.access.problem.Problem.Invalid;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Query parameters being read, and what is wrong with them so far. One that is empty counts as not given. */
final class Parameters {
    private final Map<String, List<String>> given;
    private final List<FieldError> wrong = new ArrayList<>();

    Parameters(Map<String, List<String>> given) {
        this.given = given;
    }

    /** Refuses what is misspelt or given twice: either would silently answer another question. */
    void allow(String... names) {
        Set<String> known = Set.of(names);
        given.forEach((name, values) -> {
            if (!known.contains(name)) wrong.add(new FieldError(name, "is not a parameter of this query"));
            else if (values.size() > 1) wrong.add(new FieldError(name, "is given more than once"));
        });
    }

    Optional<String> text(String name) {
        return given.getOrDefault(name, List.of()).stream().findFirst().filter(value -> !value.isEmpty());
    }

    <T> Optional<T> read(String name, Function<String, Optional<T>> reader, String reason) {
        Optional<String> text = text(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) wrong.add(new FieldError(name, reason));
        return value;
    }

    void refuseIfWrong() {
        if (!wrong.isEmpty()) throw new Invalid(List.copyOf(wrong)).refused();
    }
}
