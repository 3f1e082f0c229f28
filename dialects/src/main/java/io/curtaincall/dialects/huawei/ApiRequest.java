package io.curtaincall.dialects.huawei;

import io.curtaincall.access.sealing.Hashes;
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
 */
record ApiRequest(
        String method,
        String target,
        String path,
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        byte[] body) {

    boolean has(String header) {
        return headers.containsKey(header);
    }

    /** The only value of a header, nothing if there is none or more than one. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst()) : Optional.empty();
    }

    String bodyHash() {
        return Hashes.sha256Hex(body);
    }
}
