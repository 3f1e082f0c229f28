package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.port.CallbackFormat.Content;
import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A file was generated: the body without {@code event}. What the canonical event leaves open is worked out from the
 * rest, so that a receiver finds every documented field.
 */
final class AlibabaCallbackOfFile {
    private static final String PUSH_ARGS_PREFIX = "callback_";
    private static final Pattern SCHEME_AND_AUTHORITY = Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(//[^/]*)?");
    private static final int DECIMALS = 6;
    private static final int MOST_DIGITS = 12;

    private AlibabaCallbackOfFile() {}

    static Content content(LiveEventReported event) {
        JsonNode data = AlibabaCallbackJson.data(event);
        JsonNode file = data.path("file");
        Instant stop = stop(event, file);
        BigDecimal duration = duration(file, stop);
        Instant start = file.has("startTime") ? time(file, "startTime") : stop.minusMillis(millis(duration));
        ObjectNode body = AlibabaCallbackOfStatus.subject(event)
                .put("uri", uri(file))
                .put("duration", duration)
                .put("start_time", start.getEpochSecond())
                .put("stop_time", stop.getEpochSecond());
        ObjectNode pushArgs = pushArgs(data);
        if (!pushArgs.isEmpty()) body.set("push_args", pushArgs);
        return new Content(AlibabaCallbackOfStatus.CONTENT_TYPE, AlibabaCallbackJson.write(body));
    }

    /** Of what the file tells; the event's time only where that leaves it open. */
    private static Instant stop(LiveEventReported event, JsonNode file) {
        if (file.has("endTime")) return time(file, "endTime");
        boolean known = file.has("startTime") && file.has("durationSeconds");
        return known
                ? time(file, "startTime").plusMillis(millis(duration(file, event.occurredAt())))
                : event.occurredAt();
    }

    /** A float even where it is whole, as typed receivers expect. */
    private static BigDecimal duration(JsonNode file, Instant stop) {
        BigDecimal seconds = file.has("durationSeconds")
                ? file.get("durationSeconds").decimalValue()
                : file.has("startTime") ? between(time(file, "startTime"), stop) : BigDecimal.ZERO;
        int digitsBeforePoint = seconds.precision() - seconds.scale();
        if (digitsBeforePoint > MOST_DIGITS) throw new IllegalArgumentException("the duration is beyond all measure");
        if (digitsBeforePoint < -DECIMALS) return BigDecimal.ZERO.setScale(1);
        return seconds.setScale(Math.clamp(seconds.scale(), 1, DECIMALS), RoundingMode.HALF_UP);
    }

    private static BigDecimal between(Instant start, Instant stop) {
        return BigDecimal.valueOf(Math.max(0, Duration.between(start, stop).toMillis()), 3);
    }

    private static long millis(BigDecimal seconds) {
        return seconds.movePointRight(3).longValue();
    }

    private static Instant time(JsonNode file, String field) {
        return OffsetDateTime.parse(file.get(field).stringValue()).toInstant();
    }

    /** The object's path in its bucket; a file on a disk keeps the path it has there. */
    private static String uri(JsonNode file) {
        if (file.has("object")) return file.get("object").stringValue();
        String uri = file.path("uri").stringValue("");
        String path = pathOf(uri);
        return uri.startsWith("file:") || !path.startsWith("/") ? path : path.substring(1);
    }

    private static String pathOf(String uri) {
        try {
            String path = URI.create(uri).getPath();
            return path == null || path.isEmpty() ? uri : path;
        } catch (IllegalArgumentException e) {
            return SCHEME_AND_AUTHORITY.matcher(uri).replaceFirst("");
        }
    }

    private static ObjectNode pushArgs(JsonNode data) {
        ObjectNode args = AlibabaCallbackJson.object();
        for (Map.Entry<String, JsonNode> arg : data.path("pushArgs").properties()) {
            if (arg.getKey().startsWith(PUSH_ARGS_PREFIX)) args.set(arg.getKey(), arg.getValue());
        }
        return args;
    }
}
