package io.curtaincall.dialects.volcengine;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes what every answer has in common: {@code ResponseMetadata}, with {@code Error} in refusals only. */
@Component
final class Envelope {
    static final String SERVICE = "live";
    private static final JsonMapper JSON = new JsonMapper();
    private static final int RANDOM_BYTES = 10;

    /** Ids begin with the time of the vendor's region. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

    private final SecureRandom random;
    private final Clock clock;

    Envelope(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    void answer(HttpServletResponse response, String requestId, Heading heading, Optional<ObjectNode> result)
            throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("ResponseMetadata", metadata(requestId, heading, null));
        result.ifPresent(fields -> whole.put("Result", fields));
        write(response, 200, whole);
    }

    /** Refuses a request that was not read. */
    void refuse(HttpServletResponse response, Heading heading, VolcengineError error) throws IOException {
        refuse(response, newRequestId(), heading, error);
    }

    void refuse(HttpServletResponse response, String requestId, Heading heading, VolcengineError error)
            throws IOException {
        write(response, error.status(), Map.of("ResponseMetadata", metadata(requestId, heading, error)));
    }

    Map<String, Object> metadata(Heading heading, VolcengineError error) {
        return metadata(newRequestId(), heading, error);
    }

    String newRequestId() {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        return TIME.format(clock.instant()) + HexFormat.of().withUpperCase().formatHex(bytes);
    }

    private static Map<String, Object> metadata(String requestId, Heading heading, @Nullable VolcengineError error) {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("RequestId", requestId);
        metadata.put("Action", heading.action());
        metadata.put("Version", heading.version());
        metadata.put("Service", SERVICE);
        metadata.put("Region", heading.region());
        if (error != null) metadata.put("Error", fields(error));
        return metadata;
    }

    private static Map<String, Object> fields(VolcengineError error) {
        Map<String, Object> fields = new LinkedHashMap<>();
        if (error.number() != null) fields.put("CodeN", error.number());
        fields.put("Code", error.code());
        fields.put("Message", error.message());
        return fields;
    }

    private static void write(HttpServletResponse response, int status, Map<String, Object> whole) throws IOException {
        // by way of a text, so that half a surrogate pair in what a receiver said becomes a question mark, not a
        // failure
        byte[] bytes = JSON.writeValueAsString(whole).getBytes(StandardCharsets.UTF_8);
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
