package io.curtaincall.dialects.alibaba;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Who a request says signed it, and the proof.
 *
 * @param algorithm of the proof
 * @param keySuffix stands after the secret to make the key
 * @param signature in lower-case hex
 * @param stringsToSign what may have been signed
 * @param text what SDKs keep of it, to be told when none fits
 */
record Claim(
        String keyId,
        String nonce,
        Instant at,
        String algorithm,
        String keySuffix,
        List<String> stringsToSign,
        String text,
        String signature) {

    boolean isProvenBy(String secret) {
        boolean proven = false;
        byte[] claimed = HexFormat.of().parseHex(signature);
        for (String candidate : stringsToSign) proven |= MessageDigest.isEqual(claimed, sign(secret, candidate));
        return proven;
    }

    private byte[] sign(String secret, String text) {
        try {
            Mac mac = Mac.getInstance(algorithm);
            mac.init(new SecretKeySpec((secret + keySuffix).getBytes(StandardCharsets.UTF_8), algorithm));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + algorithm, e);
        }
    }

    /** SDKs compare what follows the colon with what they signed, and then know that the secret is wrong. */
    AlibabaError mismatch() {
        return new AlibabaError(
                400,
                "SignatureDoesNotMatch",
                "Specified signature is not matched with our calculation. server string to sign is:" + text);
    }
}
