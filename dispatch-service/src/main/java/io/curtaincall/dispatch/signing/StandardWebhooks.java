package io.curtaincall.dispatch.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs as standardwebhooks.com says: HMAC-SHA256 over {@code id.timestamp.body}. The id is the same in every attempt. */
public final class StandardWebhooks {
    private StandardWebhooks() {}

    /** The three headers that prove to the receiver who sent the body and when. */
    public static Map<String, String> headers(SigningKey key, String id, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put("webhook-signature", "v1," + Base64.getEncoder().encodeToString(key.hmac(head, body)));
        return headers;
    }
}
