package io.curtaincall.dispatch.hook.server;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How OvenMediaEngine signs a body: HMAC-SHA1, in URL-safe base64 with or without padding. */
record OmeSignature(String unpadded) {
    private static final String ALGORITHM = "HmacSHA1";

    static OmeSignature of(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return new OmeSignature(Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(body)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    boolean isShownBy(String header) {
        String shown = header.replace("=", "");
        return MessageDigest.isEqual(unpadded.getBytes(StandardCharsets.UTF_8), shown.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "OmeSignature[not shown]";
    }
}
