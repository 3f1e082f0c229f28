package io.curtaincall.dialects.alibaba;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The parameters of one call, read as the operation wants them and refused in the words of its family. One that is sent
 * empty is as good as not sent, except where {@link #raw} is asked.
 */
final class Parameters {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

    private final Map<String, String> values;
    private final Family family;

    Parameters(Map<String, String> values, Family family) {
        this.values = values;
        this.family = family;
    }

    /** Empty text too, if it was sent so. */
    Optional<String> raw(String name) {
        return Optional.ofNullable(values.get(name));
    }

    Optional<String> text(String name) {
        return raw(name).filter(value -> !value.isEmpty());
    }

    String required(String name) {
        return text(name).orElseThrow(() -> family.missing(name).refused());
    }

    /** {@code true} or {@code false}, and as the documents' samples have it, {@code yes} or {@code no}. */
    Optional<Boolean> flag(String name) {
        return text(name).map(value -> switch (value) {
            case "true", "True", "TRUE", "yes" -> true;
            case "false", "False", "FALSE", "no" -> false;
            default -> throw invalid(name, "must be true or false");
        });
    }

    OptionalInt number(String name, int least, int most) {
        Optional<String> text = text(name);
        if (text.isEmpty()) return OptionalInt.empty();
        int number = NUMBER.matcher(text.get()).matches() ? Integer.parseInt(text.get()) : -1;
        if (number < least || number > most) throw invalid(name, "must be from " + least + " to " + most);
        return OptionalInt.of(number);
    }

    int requiredNumber(String name, int least, int most) {
        required(name);
        return number(name, least, most).orElseThrow();
    }

    /** From, inclusive, and to: the second later than the first. */
    Period period() {
        Period period = new Period(time("StartTime"), time("EndTime"));
        if (!period.to().isAfter(period.from())) throw invalid("EndTime", "must be later than StartTime");
        return period;
    }

    private Instant time(String name) {
        return Timestamps.parse(required(name))
                .orElseThrow(() -> invalid(name, "must have the form yyyy-MM-ddTHH:mm:ssZ"));
    }

    AlibabaRefusal invalid(String name, String why) {
        return family.invalid(name, why).refused();
    }

    AlibabaRefusal missing(String name) {
        return family.missing(name).refused();
    }
}
