package io.curtaincall.acceptance.alibaba;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A line of {@code refusals.txt}: how a good request is made bad, and what is said to that.
 *
 * @param message empty where the vendor's pages give none
 */
public record DocumentedRefusal(String action, String change, int status, String code, String message) {
    private static final Pattern BAR = Pattern.compile(" \\| ");
    private static final int MESSAGE = 4;

    public static List<DocumentedRefusal> all() {
        try (InputStream lines =
                Objects.requireNonNull(DocumentedRefusal.class.getResourceAsStream("refusals.txt"), "refusals.txt")) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(DocumentedRefusal::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DocumentedRefusal parse(String line) {
        String[] cells = BAR.split(line);
        String message = cells.length > MESSAGE ? cells[MESSAGE] : "";
        return new DocumentedRefusal(cells[0], cells[1], Integer.parseInt(cells[2]), cells[3], message);
    }

    /** The bad request. */
    public Map<String, Object> applyTo(Map<String, ?> good, Map<String, String> prepared) {
        Map<String, Object> bad = new HashMap<>(good);
        if (change.startsWith("- ")) {
            requireKnown(bad.remove(change.substring(2)));
            return bad;
        }
        String[] parts = change.split(" = ", 2);
        String value = parts[1];
        bad.put(parts[0], value.startsWith("{") ? requireKnown(prepared.get(value)) : value);
        return bad;
    }

    private <T> T requireKnown(@Nullable T known) {
        return Objects.requireNonNull(known, () -> "nothing is known of " + change);
    }

    /** Whether it was refused so, in the SDK's own exception. */
    public boolean is(Refused refused) {
        return refused.status() == status
                && refused.code().equals(code)
                && (message.isEmpty()
                        ? !refused.message().isBlank()
                        : refused.message().equals(message))
                && !refused.requestId().isEmpty();
    }
}
