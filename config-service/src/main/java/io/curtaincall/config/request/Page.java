package io.curtaincall.config.request;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.curtaincall.access.problem.Problem.Invalid;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list that is ordered by a text key; the cursor is the key of the last row shown. */
public record Page<T>(List<T> rows, Position position) {
    private static final int LARGEST = 1000;

    /** Where a page stands in its list, as answered. */
    @JsonPropertyOrder({"size", "total", "next"})
    public record Position(int size, int total, @Nullable String next) {}

    /** @throws io.curtaincall.access.problem.RefusedException if size or cursor are not what a caller may send */
    public static <T> Page<T> of(List<T> all, Function<T, String> key, int size, @Nullable String cursor) {
        if (size < 1 || size > LARGEST)
            throw Invalid.field("pageSize", "must be 1 to " + LARGEST).refused();
        String after = cursor == null ? "" : decode(cursor);
        List<T> left =
                all.stream().filter(row -> key.apply(row).compareTo(after) > 0).toList();
        List<T> rows = left.subList(0, Math.min(size, left.size()));
        String next = rows.size() < left.size() ? encode(key.apply(rows.getLast())) : null;
        return new Page<>(rows, new Position(rows.size(), all.size(), next));
    }

    private static String encode(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String cursor) {
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw Invalid.field("cursor", "is not one that a list has answered").refused();
        }
    }
}
