package io.curtaincall.dialects.huawei;

import io.curtaincall.events.live.LiveEvent.LiveEventReported;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a message tells of a file that is complete: every documented field, zero or empty where nobody knows. */
final class HuaweiCallbackOfFile {
    private static final int MOST_DIGITS = 12;

    private HuaweiCallbackOfFile() {}

    static void addTo(ObjectNode body, LiveEventReported event, JsonNode data) {
        JsonNode file = data.path("file");
        StoredFile stored = StoredFile.of(file);
        Instant end = end(event, file);
        long seconds = seconds(file, end);
        Instant start = file.has("startTime") ? time(file, "startTime") : end.minusSeconds(seconds);
        body.put("download_url", stored.downloadUrl())
                .put("asset_id", HuaweiCallbackIds.asset(data))
                .put("file_size", file.path("sizeBytes").asLong(0))
                .put("record_duration", seconds)
                .put("start_time", UtcTime.format(start))
                .put("end_time", UtcTime.format(end))
                .put("width", file.path("width").asLong(0))
                .put("height", file.path("height").asLong(0))
                .put("obs_location", stored.location())
                .put("obs_bucket", stored.bucket())
                .put("obs_object", stored.object());
    }

    /** Of what the file tells; the event's time only where that leaves it open. */
    private static Instant end(LiveEventReported event, JsonNode file) {
        if (file.has("endTime")) return time(file, "endTime");
        boolean known = file.has("startTime") && file.has("durationSeconds");
        return known ? time(file, "startTime").plusSeconds(seconds(file, event.occurredAt())) : event.occurredAt();
    }

    /** Of three that are documented; another one keeps its own name. Empty if there is no file. */
    static String format(JsonNode file) {
        String format = file.path("format").asString("").toUpperCase(Locale.ROOT);
        return format.equals("FMP4") ? "MP4" : format;
    }

    /** Whole ones, as the sample has them. */
    private static long seconds(JsonNode file, Instant end) {
        if (file.has("durationSeconds")) {
            BigDecimal seconds = file.get("durationSeconds").decimalValue();
            int digitsBeforePoint = seconds.precision() - seconds.scale();
            if (digitsBeforePoint > MOST_DIGITS) {
                throw new IllegalArgumentException("the duration is beyond all measure");
            }
            return digitsBeforePoint < 0
                    ? 0
                    : seconds.setScale(0, RoundingMode.HALF_UP).longValueExact();
        }
        return file.has("startTime")
                ? Math.max(0, Duration.between(time(file, "startTime"), end).toSeconds())
                : 0;
    }

    private static Instant time(JsonNode file, String field) {
        return OffsetDateTime.parse(file.get(field).stringValue()).toInstant();
    }
}
