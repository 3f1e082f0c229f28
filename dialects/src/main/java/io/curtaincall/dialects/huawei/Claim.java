package io.curtaincall.dialects.huawei;

import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;

/**
 * Who a request says signed it, and the proof.
 *
 * @param date as it was signed
 * @param signature in lower-case hex
 */
record Claim(String keyId, Instant at, String date, String canonicalRequest, String signature) {
    boolean isProvenBy(String secret) {
        byte[] right = HmacSha256.of(secret, SdkSignature.stringToSign(date, canonicalRequest));
        return MessageDigest.isEqual(HexFormat.of().parseHex(signature), right);
    }

    /** With what the signature was expected of, on one line. */
    HuaweiError mismatch() {
        return HuaweiError.unproven(
                "verify aksk signature fail, canonicalRequest:" + canonicalRequest.replace('\n', '|'));
    }
}
