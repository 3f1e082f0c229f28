package io.curtaincall.access.sealing;

import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key that seals all secrets: 256 bits, named by the head of its own hash. */
public final class MasterKey {
    private static final int BYTES = 32;

    private final String id;
    private final SecretKey secretKey;

    private MasterKey(byte[] bytes) {
        id = Hashes.sha256Hex(bytes).substring(0, 8);
        secretKey = new SecretKeySpec(bytes, "AES");
    }

    /** @throws IllegalArgumentException if the text is not 32 bytes in base64 */
    public static MasterKey ofBase64(String text) {
        byte[] bytes = Base64.getDecoder().decode(text.strip());
        if (bytes.length != BYTES) throw new IllegalArgumentException("a master key has 32 bytes, not " + bytes.length);
        return new MasterKey(bytes);
    }

    public String id() {
        return id;
    }

    /** A new one. */
    public static MasterKey draw(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new MasterKey(bytes);
    }

    /** In base64, as it stands in its file. */
    public String text() {
        return Base64.getEncoder().encodeToString(secretKey.getEncoded());
    }

    SecretKey secretKey() {
        return secretKey;
    }

    @Override
    public String toString() {
        return "MasterKey[" + id + "]";
    }
}
