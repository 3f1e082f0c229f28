package io.curtaincall.dialects.huawei;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes what every answer has in common: the request's id, and of a refusal its code and message. */
@Component("huaweiEnvelope")
final class Envelope {
    static final String REQUEST_ID = "X-request-id";
    private static final String JSON_TYPE = "application/json;charset=utf-8";
    private static final JsonMapper JSON = new JsonMapper();

    private final SecureRandom random;
    private final Clock clock;
    private final String host = hostName();

    Envelope(SecureRandom random, Clock clock) {
        this.random = random;
        this.clock = clock;
    }

    /** {@code uuid-milliseconds-host}. */
    String newRequestId() {
        long version4 = (random.nextLong() & ~0xF000L) | 0x4000L;
        long variant2 = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
        return new UUID(version4, variant2) + "-" + clock.millis() + "-" + host;
    }

    void answer(HttpServletResponse response, String requestId, int status, Answer answer) throws IOException {
        answer.headers().forEach(response::setHeader);
        response.setHeader(REQUEST_ID, requestId);
        response.setStatus(status);
        if (answer.body() != null) write(response, answer.body());
    }

    void refuse(HttpServletResponse response, String requestId, HuaweiError error) throws IOException {
        response.setHeader(REQUEST_ID, requestId);
        response.setStatus(error.status());
        write(response, JSON.valueToTree(members(error, requestId)));
    }

    /** Never one that is null: the SDK breaks on it. */
    static Map<String, Object> members(HuaweiError error, String requestId) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("error_code", error.code());
        members.put("error_msg", error.message());
        if (!error.detail().isEmpty()) members.put("error_detail", error.detail());
        if (error.isGateways()) members.put("request_id", requestId);
        return members;
    }

    private static void write(HttpServletResponse response, JsonNode body) throws IOException {
        // by way of a text, so that half a surrogate pair becomes a question mark, not a failure
        byte[] bytes = JSON.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        response.setContentType(JSON_TYPE);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "");
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
