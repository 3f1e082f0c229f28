package io.curtaincall.acceptance.volcengine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.curtaincall.testsupport.ReceivedRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** Reads what comes in as a customer does who has only the vendor's pages. */
public record DocumentedCallback(ReceivedRequest request) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final List<String> COMMON =
            List.of("vhost", "domain", "app", "stream", "event_type", "sign", "t", "detail");
    private static final List<String> PUSH = List.of(
            "time", "time_ms", "transcoded", "fp_node_ip", "fp_client_ip", "fp_user_url", "session_id", "sequence_id");

    /** What the envelope holds, which has no less than is documented. */
    public JsonNode content() {
        require(request.method().equals("POST"), "callbacks are POST");
        require("application/json".equals(request.header("content-type")), "the type is application/json");
        JsonNode whole = json();
        require(whole.path("code").isInt() && whole.path("code").intValue() == 0, "code is 0");
        require(whole.path("message").asText().equals("ok"), "message is ok");
        JsonNode content = whole.path("data");
        require(names(content).containsAll(COMMON), "the common fields are there");
        require(
                content.path("t").isIntegralNumber() && content.path("sign").isTextual(),
                "sign and t have their types");
        return content;
    }

    public String eventType() {
        return content().path("event_type").asText();
    }

    public JsonNode detail() {
        JsonNode detail = content().path("detail");
        boolean push = eventType().startsWith("push_");
        require(!push || names(detail).equals(PUSH), "a push has the documented fields");
        require(!push || detail.path("transcoded").isBoolean(), "transcoded is a boolean");
        require(detail.path("time").asLong() == detail.path("time_ms").asLong() / 1000, "both times are one");
        return detail;
    }

    /** The lower-hex MD5 of key and expiry, which is ten minutes away. */
    public void requireSigned(String key) {
        JsonNode content = content();
        long expiry = content.path("t").asLong();
        Duration left = Duration.between(request.at(), Instant.ofEpochSecond(expiry));
        require(left.compareTo(Duration.ofMinutes(9)) > 0, "not expired before time");
        require(left.compareTo(Duration.ofMinutes(10)) <= 0, "expires after ten minutes");
        require(content.path("sign").asText().equals(md5(key + expiry)), "signed with the key");
    }

    public void requireUnsigned() {
        require(content().path("sign").asText().isEmpty(), "sign is empty");
        require(content().path("t").asLong() == 0, "t is 0");
    }

    private JsonNode json() {
        try {
            return JSON.readTree(request.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static String md5(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void require(boolean holds, String what) {
        if (!holds) throw new IllegalStateException(what + ", but this came: " + request);
    }
}
