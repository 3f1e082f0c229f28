package io.curtaincall.testsupport.huawei;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A recording message as a customer reads it who has only the vendor's pages: a field that is missing, of another type or
 * not documented is an error.
 */
public record RecordMessage(JsonNode fields) {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final Set<String> TYPES =
            Set.of("RECORD_START", "RECORD_NEW_FILE_START", "RECORD_FILE_COMPLETE", "RECORD_OVER", "RECORD_FAILED");
    private static final List<String> ALWAYS =
            List.of("project_id", "task_id", "event_type", "publish_domain", "app", "stream", "record_format");
    private static final List<String> TEXTS_OF_A_FILE = List.of(
            "job_id", "download_url", "asset_id", "start_time", "end_time", "obs_location", "obs_bucket", "obs_object");
    private static final List<String> NUMBERS_OF_A_FILE = List.of("file_size", "record_duration", "width", "height");
    private static final String TIME = "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z";

    public static RecordMessage read(String body) {
        try {
            RecordMessage message = new RecordMessage(STRICT.readTree(body));
            message.requireDocumented();
            return message;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("no JSON: " + body, e);
        }
    }

    public String text(String field) {
        JsonNode value = fields.path(field);
        require(value.isTextual(), field + " is a string");
        return value.textValue();
    }

    public long number(String field) {
        JsonNode value = fields.path(field);
        require(value.isIntegralNumber(), field + " is a whole number");
        return value.longValue();
    }

    public boolean isSigned() {
        return fields.has("auth_sign") || fields.has("auth_timestamp");
    }

    /** Lower-hex MD5 of the key and the time, and a time that is not over. */
    public void requireMd5(String key, Instant now) throws GeneralSecurityException {
        byte[] right = MessageDigest.getInstance("MD5").digest((key + timestamp()).getBytes(StandardCharsets.UTF_8));
        requireSign(right, now);
    }

    /** Lower-hex HMAC-SHA256 of six fields and the time, and a time that is not over. */
    public void requireHmacSha256(String key, Instant now) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        String signed = timestamp()
                + text("event_type")
                + text("publish_domain")
                + text("app")
                + text("stream")
                + fields.path("download_url").asText("")
                + fields.path("play_url").asText("");
        requireSign(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)), now);
    }

    private void requireSign(byte[] right, Instant now) {
        require(HexFormat.of().formatHex(right).equals(text("auth_sign")), "the signature is right");
        require(now.getEpochSecond() <= Long.parseLong(timestamp()), "the signature is not over");
    }

    private String timestamp() {
        return Long.toString(number("auth_timestamp"));
    }

    private void requireDocumented() {
        ALWAYS.forEach(this::text);
        List<String> known = new ArrayList<>(ALWAYS);
        known.addAll(List.of("auth_sign", "auth_timestamp"));
        String type = text("event_type");
        if (type.equals("RECORD_FILE_COMPLETE")) {
            TEXTS_OF_A_FILE.forEach(this::text);
            NUMBERS_OF_A_FILE.forEach(this::number);
            require(text("start_time").matches(TIME) && text("end_time").matches(TIME), "times are in UTC");
            known.addAll(TEXTS_OF_A_FILE);
            known.addAll(NUMBERS_OF_A_FILE);
        } else if (type.equals("RECORD_NEW_FILE_START")) {
            text("job_id");
            known.add("job_id");
        }
        fields.fieldNames().forEachRemaining(field -> require(known.contains(field), field + " is documented"));
        require(TYPES.contains(type), type + " is documented");
    }

    private void require(boolean holds, String what) {
        if (!holds) throw new IllegalStateException("not as documented, " + what + ": " + fields);
    }
}
