package io.curtaincall.dialects.alibaba;

import io.curtaincall.dialects.wire.Percent;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** RPC signature version 1: HMAC-SHA1 over the parameters of query and form. */
final class RpcSignature {
    private static final String SIGNATURE = "Signature";
    private static final String METHOD = "HMAC-SHA1";
    private static final String VERSION = "1.0";
    private static final int BYTES = 20;

    private RpcSignature() {}

    /** @throws AlibabaRefusal if what is needed to check it is missing or malformed */
    static Claim claim(RpcRequest request) {
        String keyId = required(request, "AccessKeyId");
        String signature = signature(required(request, SIGNATURE));
        if (!required(request, "SignatureMethod").equalsIgnoreCase(METHOD)) {
            throw AlibabaError.SIGNATURE_METHOD.refused();
        }
        if (!required(request, "SignatureVersion").equals(VERSION)) {
            throw AlibabaError.invalid("SignatureVersion").refused();
        }
        String nonce = required(request, "SignatureNonce");
        String timestamp = required(request, "Timestamp");
        String type = request.parameter("SignatureType");
        if (type != null && !type.isEmpty())
            throw AlibabaError.invalid("SignatureType").refused();
        String token = request.parameter("SecurityToken");
        if (token != null && !token.isEmpty()) throw AlibabaError.SECURITY_TOKEN.refused();
        List<String> stringsToSign = stringsToSign(request.method(), request.parameters());
        return new Claim(
                keyId,
                nonce,
                Timestamps.ofSignature(timestamp),
                "HmacSHA1",
                "&",
                stringsToSign,
                stringsToSign.getFirst(),
                signature);
    }

    /** One family of SDKs signs parameters that are sent empty, the other leaves them out. */
    static List<String> stringsToSign(String method, Map<String, String> parameters) {
        Predicate<Map.Entry<String, String>> signed =
                parameter -> !parameter.getKey().equals(SIGNATURE);
        String all = stringToSign(method, Canonical.query(parameters, signed));
        if (!parameters.containsValue("")) return List.of(all);
        String filled = Canonical.query(
                parameters, signed.and(parameter -> !parameter.getValue().isEmpty()));
        return List.of(all, stringToSign(method, filled));
    }

    private static String stringToSign(String method, String canonicalQuery) {
        return method + "&%2F&" + Percent.encode(canonicalQuery);
    }

    private static String required(RpcRequest request, String name) {
        String value = request.parameter(name);
        if (value == null || value.isEmpty()) throw AlibabaError.missing(name).refused();
        return value;
    }

    private static String signature(String base64) {
        try {
            byte[] signature = Base64.getDecoder().decode(base64);
            if (signature.length == BYTES) return HexFormat.of().formatHex(signature);
        } catch (IllegalArgumentException e) {
            // told below like one of a wrong length
        }
        throw AlibabaError.INCOMPLETE_SIGNATURE.refused();
    }
}
