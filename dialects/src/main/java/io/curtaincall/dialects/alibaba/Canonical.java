package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.wire.Percent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Parameters in the one order and spelling in which they are signed. */
final class Canonical {
    /** As UTF-8 bytes, which is the order of code points and not that of Java's characters. */
    private static final Comparator<String> CODE_POINTS =
            Comparator.comparing(name -> name.getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned);

    private Canonical() {}

    static String query(Map<String, String> parameters, Predicate<Map.Entry<String, String>> signed) {
        return query(parameters, signed, "=");
    }

    /** As some SDKs have it: a parameter that is sent empty stands by its name alone. */
    static String queryWithBareNames(Map<String, String> parameters) {
        return query(parameters, parameter -> true, "");
    }

    private static String query(
            Map<String, String> parameters, Predicate<Map.Entry<String, String>> signed, String afterEmpty) {
        return parameters.entrySet().stream()
                .filter(signed)
                .sorted(Map.Entry.comparingByKey(CODE_POINTS))
                .map(parameter -> Percent.encode(parameter.getKey())
                        + (parameter.getValue().isEmpty() ? afterEmpty : "=" + Percent.encode(parameter.getValue())))
                .collect(Collectors.joining("&"));
    }
}
