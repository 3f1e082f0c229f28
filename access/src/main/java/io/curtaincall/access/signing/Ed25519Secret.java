package io.curtaincall.access.signing;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.util.Arrays;
import java.util.Base64;

/**
 * A private key of Ed25519 as Standard Webhooks writes it: {@code whsk_} and base64 of its 32 bytes, with or without the
 * 32 of the public key behind them.
 */
public final class Ed25519Secret {
    public static final String PREFIX = "whsk_";
    private static final String PUBLIC_PREFIX = "whpk_";
    private static final int BYTES = 32;

    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private Ed25519Secret(KeyPair pair) {
        privateKey = pair.getPrivate();
        byte[] encoded = pair.getPublic().getEncoded();
        publicKey = Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    }

    /** @throws IllegalArgumentException if it is not of that form, or the public key is not the private one's */
    public static Ed25519Secret of(String text) {
        if (!text.startsWith(PREFIX)) throw new IllegalArgumentException("a private key starts with " + PREFIX);
        byte[] bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
        if (bytes.length != BYTES && bytes.length != 2 * BYTES) {
            throw new IllegalArgumentException("a private key has " + BYTES + " or " + 2 * BYTES + " bytes");
        }
        Ed25519Secret secret = new Ed25519Secret(pair(Arrays.copyOf(bytes, BYTES)));
        byte[] told = Arrays.copyOfRange(bytes, BYTES, bytes.length);
        if (told.length > 0 && !MessageDigest.isEqual(told, secret.publicKey)) {
            throw new IllegalArgumentException("its public key is another key's");
        }
        return secret;
    }

    public PrivateKey privateKey() {
        return privateKey;
    }

    /** {@code whpk_} and base64 of its 32 bytes. */
    public String publicKey() {
        return PUBLIC_PREFIX + Base64.getEncoder().encodeToString(publicKey);
    }

    /** The JDK tells the public key of a private one only while it makes the pair, so it is made again. */
    private static KeyPair pair(byte[] seed) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
            generator.initialize(NamedParameterSpec.ED25519, new Drawn(seed));
            KeyPair pair = generator.generateKeyPair();
            byte[] made = ((EdECPrivateKey) pair.getPrivate()).getBytes().orElseThrow();
            if (!MessageDigest.isEqual(made, seed)) throw new IllegalStateException("another key was made");
            return pair;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has Ed25519", e);
        }
    }

    @Override
    public String toString() {
        return "Ed25519Secret[" + publicKey() + "]";
    }

    /** What a key is drawn from when it is to be this one. */
    @SuppressWarnings("serial") // nobody stores it
    private static final class Drawn extends SecureRandom {
        private final byte[] seed;

        Drawn(byte[] seed) {
            this.seed = seed;
        }

        @Override
        public void nextBytes(byte[] bytes) {
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }
}
