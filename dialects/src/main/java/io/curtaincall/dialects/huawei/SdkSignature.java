package io.curtaincall.dialects.huawei;

import io.curtaincall.access.sealing.Hashes;
import io.curtaincall.dialects.wire.Percent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** SDK-HMAC-SHA256: over method, path, query, the headers named as signed, and the body's hash. */
final class SdkSignature {
    static final String ALGORITHM = "SDK-HMAC-SHA256";
    static final String UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";
    private static final Pattern FORM = Pattern.compile("[0-9A-Fa-f]{64}");
    private static final String DATE = "x-sdk-date";
    private static final String CONTENT_HASH = "x-sdk-content-sha256";

    private SdkSignature() {}

    /** @throws HuaweiRefusal if what is needed to check it is missing or malformed */
    static Claim claim(ApiRequest request) {
        Map<String, String> attributes = attributes(
                request.header("authorization").orElseThrow(() -> refusal("Authorization was sent more than once")));
        List<String> signed = signedHeaders(required(attributes, "SignedHeaders"));
        String signature = required(attributes, "Signature");
        if (!FORM.matcher(signature).matches()) throw refusal("Signature is not 64 hexadecimal digits");
        String date = value(request, DATE);
        return new Claim(
                required(attributes, "Access"),
                SdkDate.parse(date).orElseThrow(() -> refusal("X-Sdk-Date has not the form yyyyMMddTHHmmssZ")),
                date,
                canonicalRequest(request, signed),
                signature.toLowerCase(Locale.ROOT));
    }

    static String canonicalRequest(ApiRequest request, List<String> signedHeaders) {
        String headers = signedHeaders.stream()
                .map(name -> name + ":" + value(request, name.toLowerCase(Locale.ROOT)) + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                request.method(),
                path(request.target()),
                query(request.query()),
                headers,
                String.join(";", signedHeaders),
                payload(request));
    }

    /** Ends with one slash, whatever the request's ends with. */
    private static String path(String target) {
        return Arrays.stream(target.split("/"))
                .map(segment -> Percent.encode(ApiRequestReader.decodedPath(segment)) + "/")
                .collect(Collectors.joining());
    }

    private static String query(Map<String, List<String>> query) {
        return query.entrySet().stream()
                .map(each -> Map.entry(Percent.encode(each.getKey()), each.getValue()))
                .sorted(Map.Entry.comparingByKey())
                .flatMap(SdkSignature::pairs)
                .collect(Collectors.joining("&"));
    }

    private static Stream<String> pairs(Map.Entry<String, List<String>> values) {
        return values.getValue().stream().map(value -> values.getKey() + "=" + Percent.encode(value));
    }

    /** A hash that is given counts only if it is the body's own; else the signature cannot be right. */
    private static String payload(ApiRequest request) {
        String hash = request.bodyHash();
        return request.header(CONTENT_HASH)
                .filter(given -> given.equals(UNSIGNED_PAYLOAD) || given.equalsIgnoreCase(hash))
                .orElse(hash);
    }

    private static Map<String, String> attributes(String authorization) {
        if (!authorization.startsWith(ALGORITHM + " ")) throw refusal("only " + ALGORITHM + " is known");
        Map<String, String> attributes = new HashMap<>();
        for (String attribute : authorization.substring(ALGORITHM.length()).split(",")) {
            String[] parts = attribute.strip().split("=", 2);
            if (parts.length < 2 || attributes.put(parts[0], parts[1]) != null) {
                throw refusal("Authorization is not well formed");
            }
        }
        return attributes;
    }

    private static String required(Map<String, String> attributes, String name) {
        String value = attributes.getOrDefault(name, "");
        if (value.isEmpty()) throw refusal("Authorization has no " + name);
        return value;
    }

    /**
     * Each once: a header named again and again would make a text to sign far longer than the request. The date must be
     * among them; not all of the vendor's SDKs sign the host.
     */
    private static List<String> signedHeaders(String names) {
        List<String> signed = Arrays.asList(names.split(";"));
        List<String> plain =
                signed.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
        if (new HashSet<>(plain).size() < plain.size()) throw refusal("SignedHeaders names a header twice");
        if (!plain.contains(DATE)) throw refusal("SignedHeaders lacks " + DATE);
        return signed;
    }

    private static String value(ApiRequest request, String name) {
        return request.header(name).orElseThrow(() -> refusal("there is not exactly one header " + name));
    }

    private static HuaweiRefusal refusal(String why) {
        return HuaweiError.unproven("verify aksk signature fail, " + why).refused();
    }

    static String stringToSign(String date, String canonicalRequest) {
        return ALGORITHM + "\n" + date + "\n" + Hashes.sha256Hex(canonicalRequest);
    }
}
