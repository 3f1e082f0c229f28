package io.curtaincall.dialects.volcengine;

import io.curtaincall.access.sealing.Hashes;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The signature in the query: over method, the parameters named as signed and, unless {@code X-NotSignBody} says that it
 * may be any, the body. What is not signed counts for nothing.
 */
final class QuerySignature {
    private static final String SIGNED_QUERIES = "X-SignedQueries";
    private static final String NO_BODY = Hashes.sha256Hex("");

    private QuerySignature() {}

    /** @throws VolcengineRefusal if what is needed to check it is missing or malformed */
    static Claim claim(SignedRequest request) {
        Map<String, String> query = request.query();
        if (!query.getOrDefault("X-Algorithm", "").equals(Claims.ALGORITHM)) {
            throw VolcengineError.AUTHORIZATION.refused();
        }
        CredentialScope scope = CredentialScope.of(query.getOrDefault("X-Credential", ""));
        String signature = request.parameter("X-Signature").orElseThrow(VolcengineError.NOT_SIGNED::refused);
        String date = request.parameter("X-Date")
                .orElseThrow(
                        () -> VolcengineError.missingInformation("timestamp").refused());
        List<Map<String, String>> signed = signed(query);
        Map<String, String> covered = signed.getFirst();
        if (!covered.containsKey("Action") || !covered.containsKey("Version")) {
            throw VolcengineError.AUTHORIZATION.refused();
        }
        String bodyHash = covered.containsKey("X-NotSignBody") ? NO_BODY : request.bodyHash();
        String signedHeaders = query.getOrDefault("X-SignedHeaders", "");
        Canonical canonical = Canonical.of(request, signed, signedHeaders, bodyHash);
        return Claims.claim(scope, date, covered, canonical, signature);
    }

    /** SDKs differ in whether the list is signed too when it does not name itself. */
    private static List<Map<String, String>> signed(Map<String, String> query) {
        String list = query.getOrDefault(SIGNED_QUERIES, "");
        Map<String, String> signed = new LinkedHashMap<>(query);
        if (list.isEmpty()) {
            signed.remove("X-Signature");
            return List.of(signed);
        }
        Set<String> names = new HashSet<>(Arrays.asList(list.split(";", -1)));
        signed.keySet().retainAll(names);
        if (names.contains(SIGNED_QUERIES)) return List.of(signed);
        Map<String, String> andList = new LinkedHashMap<>(signed);
        andList.put(SIGNED_QUERIES, list);
        return List.of(signed, andList);
    }
}
