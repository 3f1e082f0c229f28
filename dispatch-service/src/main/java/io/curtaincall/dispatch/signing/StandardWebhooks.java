package io.curtaincall.dispatch.signing;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Signs {@code id.timestamp.body} as standardwebhooks.com says. The id is the same in every attempt. */
public final class StandardWebhooks {
    /** The scheme of configs whose newest secret the receiver has too. */
    static final String SHARED = "standard-webhooks";
    /** The scheme of configs of whose newest key the receiver has the public part. */
    static final String ED25519 = "standard-webhooks-ed25519";

    private StandardWebhooks() {}

    /** The three headers that prove to the receiver who sent the body and when: a signature by each of the keys. */
    public static Map<String, String> headers(List<SigningKey> keys, String id, Instant at, byte[] body) {
        String timestamp = Long.toString(at.getEpochSecond());
        byte[] head = (id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("webhook-id", id);
        headers.put("webhook-timestamp", timestamp);
        headers.put(
                "webhook-signature",
                keys.stream().map(key -> key.sign(head, body)).collect(Collectors.joining(" ")));
        return headers;
    }
}
