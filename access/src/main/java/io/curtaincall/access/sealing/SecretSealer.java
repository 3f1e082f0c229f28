package io.curtaincall.access.sealing;

import io.curtaincall.events.account.SealedSecret;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Encrypts secrets for events and back: AES-256-GCM, 96-bit random nonce, the key id authenticated with it. */
public final class SecretSealer {
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final MasterKeys keys;
    private final SecureRandom random;

    public SecretSealer(MasterKeys keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    public SealedSecret seal(String secret) {
        MasterKey key = keys.sealing();
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = run(key, Cipher.ENCRYPT_MODE, nonce, secret.getBytes(StandardCharsets.UTF_8));
        byte[] all = ByteBuffer.allocate(nonce.length + sealed.length)
                .put(nonce)
                .put(sealed)
                .array();
        return new SealedSecret(key.id(), Base64.getEncoder().encodeToString(all));
    }

    /** @throws IllegalStateException if it was sealed with a key that is not known or has been altered */
    public String open(SealedSecret secret) {
        MasterKey key = keys.find(secret.keyId())
                .orElseThrow(() -> new IllegalStateException("secret was sealed with key " + secret.keyId()
                        + ", the key at hand is " + keys.sealing().id()));
        return open(key, secret);
    }

    /** @throws IllegalStateException if it was sealed with another key or has been altered */
    public static String open(MasterKey key, SealedSecret secret) {
        ByteBuffer all = ByteBuffer.wrap(Base64.getDecoder().decode(secret.ciphertext()));
        byte[] nonce = new byte[NONCE_BYTES];
        all.get(nonce);
        byte[] sealed = new byte[all.remaining()];
        all.get(sealed);
        return new String(run(key, Cipher.DECRYPT_MODE, nonce, sealed), StandardCharsets.UTF_8);
    }

    private static byte[] run(MasterKey key, int mode, byte[] nonce, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key.secretKey(), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(key.id().getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("sealed secret cannot be read or written", e);
        }
    }
}
