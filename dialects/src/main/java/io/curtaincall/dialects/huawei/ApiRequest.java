package io.curtaincall.dialects.huawei;

import io.curtaincall.access.sealing.Hashes;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, read as it came.
 *
 * @param target the whole path as it was sent, percent-encoded
 * @param path the same without the one under which the process serves
 * @param query decoded, all values in their order
 * @param headers all values by lower-case name
 * @param rawBody one ISO 8859-1 character for each byte
 */
record ApiRequest(
        String method,
        String target,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        String rawBody) {

    boolean has(String header) {
        return headers.containsKey(header);
    }

    /** The only value of a header, nothing if there is none or more than one. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    byte[] body() {
        return rawBody.getBytes(StandardCharsets.ISO_8859_1);
    }

    String bodyHash() {
        return Hashes.sha256Hex(body());
    }
}
