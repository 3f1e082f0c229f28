package io.curtaincall.dispatch.sending;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request, complete and ready to go out.
 *
 * @param headers all of them, in the order sent
 * @param body what receivers check the signature against, byte for byte
 */
public record CallbackRequest(Target target, Map<String, String> headers, String body) {
    public static final String METHOD = "POST";

    /** Adds to the signature's headers those of the protocol; the answer is asked for as it is, not compressed. */
    public static CallbackRequest signed(Target target, Map<String, String> signature, String body, String userAgent) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", target.authority());
        headers.put("User-Agent", userAgent);
        headers.put("Content-Type", "application/cloudevents+json");
        headers.put("Content-Length", Integer.toString(bytes(body).length));
        headers.put("Accept", "*/*");
        headers.put("Accept-Encoding", "identity");
        headers.putAll(signature);
        return new CallbackRequest(target, headers, body);
    }

    public byte[] bytes() {
        return bytes(body);
    }

    private static byte[] bytes(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }
}
