package io.curtaincall.dialects.alibaba;

import io.curtaincall.access.sealing.Hashes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** ACS3-HMAC-SHA256: over method, query, the headers named as signed, and the body's hash. */
final class AcsSignature {
    static final String ALGORITHM = "ACS3-HMAC-SHA256";
    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final String OWN_HEADERS = "x-acs-";

    private AcsSignature() {}

    /** @throws AlibabaRefusal if what is needed to check it is missing or malformed */
    static Claim claim(RpcRequest request) {
        Map<String, String> attributes =
                attributes(request.header("authorization").orElse(""));
        String keyId = required(attributes, "Credential");
        List<String> signedHeaders = signedHeaders(required(attributes, "SignedHeaders"));
        String signature = signature(required(attributes, "Signature"));
        if (!signedHeaders.containsAll(ownHeaders(request))) throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
        String nonce = header(request, "x-acs-signature-nonce", "SignatureNonce");
        String date = header(request, "x-acs-date", "Timestamp");
        if (request.header("x-acs-content-sha256").isEmpty()) throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
        boolean hasToken = !request.header("x-acs-security-token").orElse("").isEmpty();
        String token = request.parameter("SecurityToken");
        if (hasToken || (token != null && !token.isEmpty())) throw AlibabaError.SECURITY_TOKEN.refused();
        List<String> canonical = canonicalRequests(request, signedHeaders);
        return new Claim(
                keyId,
                nonce,
                Timestamps.ofSignature(date),
                "HmacSHA256",
                "",
                canonical.stream().map(AcsSignature::stringToSign).toList(),
                canonical.getFirst(),
                signature);
    }

    /** One family of SDKs signs {@code k=} for a parameter that is sent empty, the other {@code k}. */
    static List<String> canonicalRequests(RpcRequest request, List<String> signedHeaders) {
        Map<String, String> query = request.query();
        String usual = canonicalRequest(request, Canonical.query(query, parameter -> true), signedHeaders);
        if (!query.containsValue("")) return List.of(usual);
        return List.of(usual, canonicalRequest(request, Canonical.queryWithBareNames(query), signedHeaders));
    }

    /** The body's own hash goes in, so that a wrong {@code x-acs-content-sha256} is a wrong signature. */
    private static String canonicalRequest(RpcRequest request, String query, List<String> signedHeaders) {
        String bodyHash = request.bodyHash();
        String headers = signedHeaders.stream()
                .map(name ->
                        name + ":" + (name.equals("x-acs-content-sha256") ? bodyHash : value(request, name)) + "\n")
                .collect(Collectors.joining());
        return String.join("\n", request.method(), "/", query, headers, String.join(";", signedHeaders), bodyHash);
    }

    static String stringToSign(String canonicalRequest) {
        return ALGORITHM + "\n" + Hashes.sha256Hex(canonicalRequest);
    }

    /** SDKs write them in different orders. */
    private static Map<String, String> attributes(String authorization) {
        if (!authorization.startsWith(ALGORITHM + " ")) throw AlibabaError.SIGNATURE_METHOD.refused();
        Map<String, String> attributes = new HashMap<>();
        for (String attribute : authorization.substring(ALGORITHM.length()).split(",")) {
            String[] parts = attribute.strip().split("=", 2);
            if (parts.length < 2 || attributes.put(parts[0], parts[1]) != null) {
                throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
            }
        }
        return attributes;
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.getOrDefault(name, "");
        if (value.isEmpty()) throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
        return value;
    }

    /** Each once: a header named again and again would make a text to sign far longer than the request. */
    private static List<String> signedHeaders(String names) {
        List<String> signed = Arrays.asList(names.split(";"));
        if (new HashSet<>(signed).size() < signed.size()) throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
        return signed;
    }

    private static List<String> ownHeaders(RpcRequest request) {
        return request.headers().keySet().stream()
                .filter(name -> name.startsWith(OWN_HEADERS))
                .toList();
    }

    private static String header(RpcRequest request, String name, String parameter) {
        return request.header(name)
                .filter(value -> !value.isEmpty())
                .orElseThrow(() -> AlibabaError.missing(parameter).refused());
    }

    private static String value(RpcRequest request, String name) {
        return request.header(name).orElseThrow(AlibabaError.INCOMPLETE_SIGNATURE::refused);
    }

    private static String signature(String hex) {
        if (!FORM.matcher(hex).matches()) throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
        return hex.toLowerCase(Locale.ROOT);
    }
}
