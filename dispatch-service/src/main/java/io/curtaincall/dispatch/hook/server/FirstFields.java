package io.curtaincall.dispatch.hook.server;

import io.curtaincall.dispatch.intake.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * The fields of a form or a query, each by its first value: what a publisher has a media server append comes after the
 * server's own.
 */
final class FirstFields {
    private FirstFields() {}

    static Map<String, String> of(byte[] form) {
        return of(new String(form, StandardCharsets.ISO_8859_1));
    }

    static Map<String, String> of(String form) {
        Map<String, String> first = new HashMap<>();
        for (String field : form.split("&", -1)) {
            int equals = field.indexOf('=');
            if (equals < 0) continue;
            String name = field.substring(0, equals);
            if (!first.containsKey(name)) first.put(name, decode(field.substring(equals + 1)));
        }
        return first;
    }

    /** Once only: a file literally named {@code %E7} comes as {@code %25E7}. */
    private static String decode(String value) {
        return PercentCoding.decode(value.getBytes(StandardCharsets.ISO_8859_1));
    }
}
