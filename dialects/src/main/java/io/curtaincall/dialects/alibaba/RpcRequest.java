package io.curtaincall.dialects.alibaba;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request, read as it came.
 *
 * @param headers all values by lower-case name
 * @param parameters those of query and form together, each once
 * @param bodyHash lower-case hex SHA-256
 * @param hasBrokenJson the body says it is JSON and is not; no parameter is read from one that is
 */
record RpcRequest(
        String method,
        Map<String, List<String>> headers,
        Map<String, String> query,
        Map<String, String> parameters,
        String bodyHash,
        boolean hasBrokenJson) {
    private static final String ACS3 = "ACS3-";

    /** The only value of a header, nothing if there is none or more than one. */
    Optional<String> header(String name) {
        List<String> values = headers.getOrDefault(name, List.of());
        return values.size() == 1 ? Optional.of(values.getFirst().strip()) : Optional.empty();
    }

    @Nullable
    String parameter(String name) {
        return parameters.get(name);
    }

    /** Signed by headers, not by parameters. */
    boolean isSignedByHeaders() {
        return header("authorization").filter(value -> value.startsWith(ACS3)).isPresent();
    }

    /** What headers say is believed only when they are signed. */
    Optional<String> action() {
        return common("x-acs-action", "Action");
    }

    Optional<String> version() {
        return common("x-acs-version", "Version");
    }

    private Optional<String> common(String header, String parameter) {
        Optional<String> signed = isSignedByHeaders() ? header(header) : Optional.empty();
        return signed.or(() -> Optional.ofNullable(parameters.get(parameter))).filter(value -> !value.isEmpty());
    }
}
