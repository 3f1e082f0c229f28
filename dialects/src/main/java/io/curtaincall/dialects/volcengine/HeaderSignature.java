package io.curtaincall.dialects.volcengine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The signature in {@code Authorization}: over method, the whole query, the headers named as signed, and the body. The
 * date is signed beside them, whether or not its header is named.
 */
final class HeaderSignature {
    private HeaderSignature() {}

    /** @throws VolcengineRefusal if what is needed to check it is missing or malformed */
    static Claim claim(SignedRequest request) {
        Map<String, String> attributes =
                attributes(request.header("authorization").orElse(""));
        CredentialScope scope = CredentialScope.of(attributes.getOrDefault("Credential", ""));
        String signature = attributes.getOrDefault("Signature", "");
        if (signature.isEmpty()) throw VolcengineError.NOT_SIGNED.refused();
        String date = request.header(Claims.DATE)
                .orElseThrow(
                        () -> VolcengineError.missingInformation("timestamp").refused());
        String signedHeaders = attributes.getOrDefault("SignedHeaders", "");
        Canonical canonical = Canonical.of(request, List.of(request.query()), signedHeaders, request.bodyHash());
        return Claims.claim(scope, date, request.query(), canonical, signature);
    }

    private static Map<String, String> attributes(String authorization) {
        if (!authorization.startsWith(Claims.ALGORITHM + " ")) throw VolcengineError.AUTHORIZATION.refused();
        Map<String, String> attributes = new HashMap<>();
        for (String attribute :
                authorization.substring(Claims.ALGORITHM.length()).split(",")) {
            String[] parts = attribute.strip().split("=", 2);
            if (parts.length < 2 || attributes.put(parts[0], parts[1]) != null) {
                throw VolcengineError.AUTHORIZATION.refused();
            }
        }
        return attributes;
    }
}
