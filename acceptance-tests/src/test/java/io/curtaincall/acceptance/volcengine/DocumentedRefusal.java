package io.curtaincall.acceptance.volcengine;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A line of {@code refusals.txt}: how a good request is made bad, and what is said to that.
 *
 * @param message how it begins
 */
public record DocumentedRefusal(String action, String change, int status, String code, String message) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern BAR = Pattern.compile(" \\| ");
    private static final Pattern NO_TEXT = Pattern.compile("[\\[\"].*|[0-9]+|true|false");

    public static List<DocumentedRefusal> all() {
        try (InputStream lines =
                Objects.requireNonNull(DocumentedRefusal.class.getResourceAsStream("refusals.txt"), "refusals.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(BAR::split)
                    .map(cells ->
                            new DocumentedRefusal(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], cells[4]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With what the test has prepared in the place of {@code {...}}. */
    public DocumentedRefusal with(Map<String, String> prepared) {
        String changed = change;
        String told = message;
        for (Map.Entry<String, String> each : prepared.entrySet()) {
            changed = changed.replace(each.getKey(), each.getValue());
            told = told.replace(each.getKey(), each.getValue());
        }
        return new DocumentedRefusal(action, changed, status, code, told);
    }

    /** The bad request. */
    public Map<String, Object> applyTo(Map<String, Object> good) {
        Map<String, Object> bad = new HashMap<>(good);
        for (String each : change.split(" & ", -1)) {
            if (each.startsWith("- ")) {
                Objects.requireNonNull(bad.remove(each.substring(2)), each);
            } else {
                String[] parts = each.split(" = ", 2);
                bad.put(parts[0], value(parts[1]));
            }
        }
        return bad;
    }

    private static Object value(String text) {
        if (!NO_TEXT.matcher(text).matches()) return text;
        try {
            return JSON.readValue(text, new TypeReference<Object>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    /** Whether it was refused so, in the SDK's own exception. */
    public boolean is(Refused refused) {
        return refused.is(status, 0, code) && refused.message().startsWith(message);
    }
}
