package io.curtaincall.dialects.volcengine;

import io.curtaincall.dialects.port.RecordsAnswer;
import io.curtaincall.dialects.port.RecordsAnswer.Attempt;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Words a page of callback records; every field of a row is a text. */
final class RecordRows {
    static final String SUCCESS = "success";
    static final String FAIL = "fail";
    private static final String TIMED_OUT = "timeout";
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private RecordRows() {}

    /** @param result what stands before the rows */
    static ObjectNode page(ObjectNode result, RecordsAnswer found, ZoneOffset offset, int size, int page) {
        ArrayNode rows = result.putArray("CallbackInfoList");
        for (Attempt attempt : found.attempts()) row(rows.addObject(), attempt, offset);
        result.putObject("Pagination")
                .put("PageNum", page)
                .put("PageSize", size)
                .put("TotalCount", found.total());
        return result;
    }

    private static void row(ObjectNode row, Attempt attempt, ZoneOffset offset) {
        boolean answered = attempt.status() != null;
        row.put("Domain", attempt.domain())
                .put("App", attempt.app())
                .put("Stream", attempt.stream())
                .put("CallbackTime", Timestamps.format(attempt.at(), offset))
                .put("CallbackEventType", eventType(attempt))
                .put("CallbackMethod", orEmpty(attempt.method()).toLowerCase(Locale.ROOT))
                .put("CallbackAddress", orEmpty(attempt.url()))
                .put("CallbackStatus", attempt.delivered() ? SUCCESS : FAIL)
                .put("CallbackBody", attempt.requestBody())
                .put("CallbackResponseCode", Objects.toString(attempt.status(), ""))
                .put("CallbackResponseHeader", lines(attempt.responseHeaders()))
                .put("CallbackResponseBody", orEmpty(attempt.responseBody()))
                .put("CallbackResponseTime", answered ? Timestamps.format(attempt.at(), offset) : "")
                .put("CallbackErrorCode", errorCode(attempt))
                .put("CallbackErrorMessage", attempt.delivered() ? "" : attempt.description());
    }

    private static String eventType(Attempt attempt) {
        return EventType.of(attempt.topic())
                .map(EventType::wireName)
                .orElseGet(() -> attempt.topic().wireName());
    }

    /** The vendor documents one code for a receiver's failure; its own codes tell the others apart. */
    private static String errorCode(Attempt attempt) {
        if (attempt.delivered()) return "";
        if (attempt.status() != null) return "InternalServiceError.BadResponse";
        return attempt.description().startsWith(TIMED_OUT) ? "InternalServiceTimeout" : "InternalServiceError";
    }

    private static String lines(Map<String, String> headers) {
        return new TreeMap<>(headers)
                .entrySet().stream()
                        .map(header -> escaped(header.getKey() + ": " + header.getValue()))
                        .collect(Collectors.joining("\r\n"));
    }

    /** A receiver's own line ends must not look like another header. */
    private static String escaped(String line) {
        return CONTROL.matcher(line)
                .replaceAll(found -> "\\\\x%02x".formatted((int) found.group().charAt(0)));
    }

    private static String orEmpty(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
