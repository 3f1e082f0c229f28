package io.curtaincall.dialects.volcengine;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request, read as it came.
 *
 * @param headers all values by lower-case name
 * @param query each parameter once
 * @param bodyHash lower-case hex SHA-256
 */
record SignedRequest(
        String method, Map<String, List<String>> headers, Map<String, String> query, String body, String bodyHash) {
    /** The only value of a header, nothing if there is none or more than one. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst().strip()) : Optional.empty();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
    }

    String action() {
        return parameter("Action").orElse("");
    }

    String version() {
        return parameter("Version").orElse("");
    }
}
