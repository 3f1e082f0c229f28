package io.curtaincall.dispatch.hook;

import io.curtaincall.dispatch.intake.PercentCoding;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The form nginx-rtmp posts: the server's own fields first, then whatever the publisher appended, raw. So the first value
 * of a field is the true one, and only for fields that the server itself sends with that call.
 */
final class NginxRtmpForm {
    private static final Set<String> ALWAYS = Set.of("app", "name", "clientid");
    private static final Map<String, Set<String>> BY_CALL = Map.of(
            "publish", Set.of("type"),
            "update_publish", Set.of("time", "timestamp"),
            "record_done", Set.of("recorder", "path"));

    private NginxRtmpForm() {}

    static HookCall parse(byte[] body) {
        Map<String, String> first = firstValues(new String(body, StandardCharsets.ISO_8859_1));
        String call = first.get("call");
        if (call == null || call.isBlank()) return HookCall.unreadable();
        Map<String, String> fields = new LinkedHashMap<>();
        Set<String> ofCall = BY_CALL.getOrDefault(call, Set.of());
        first.forEach((name, value) -> {
            if (ALWAYS.contains(name) || ofCall.contains(name)) fields.put(name, value);
        });
        return new HookCall(call, fields);
    }

    private static Map<String, String> firstValues(String form) {
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
