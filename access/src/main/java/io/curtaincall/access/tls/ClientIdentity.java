package io.curtaincall.access.tls;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A certificate by which receivers know us, those of its issuers behind it, and its key, which is never shown. */
public record ClientIdentity(List<X509Certificate> chain, PrivateKey key) {
    private static final byte[] PROBE = {'f', 'i', 't'};

    public ClientIdentity {
        chain = List.copyOf(chain);
    }

    /** @throws IllegalArgumentException if either cannot be read */
    public static ClientIdentity of(String certificates, String key) {
        return new ClientIdentity(Pem.certificates(certificates), Pem.privateKey(key));
    }

    /** Why the certificates are no use at that time, as it goes behind their name. */
    public static Optional<String> refusalOf(List<X509Certificate> chain, Instant now) {
        for (X509Certificate certificate : chain) {
            Validity valid = Validity.of(certificate);
            if (!valid.until().isAfter(now)) return Optional.of("has expired: it was valid until " + valid.until());
            if (valid.from().isAfter(now)) return Optional.of("is not valid before " + valid.from());
        }
        for (int i = 1; i < chain.size(); i++) {
            if (!isIssued(chain.get(i - 1), chain.get(i))) {
                return Optional.of(
                        "must be followed by its issuer's; number " + (i + 1) + " has not issued the one before");
            }
        }
        return Optional.empty();
    }

    /** Whether the key is the first certificate's. */
    public boolean fits() {
        String algorithm = algorithm(key.getAlgorithm());
        if (algorithm == null) return false;
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(key);
            signer.update(PROBE);
            Signature verifier = Signature.getInstance(algorithm);
            verifier.initVerify(chain.getFirst().getPublicKey());
            verifier.update(PROBE);
            return verifier.verify(signer.sign());
        } catch (GeneralSecurityException otherKindOfKey) {
            return false;
        }
    }

    private static @Nullable String algorithm(String key) {
        return switch (key) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            case "EdDSA", "Ed25519" -> "Ed25519";
            default -> null;
        };
    }

    private static boolean isIssued(X509Certificate certificate, X509Certificate issuer) {
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return "ClientIdentity[" + chain.getFirst().getSubjectX500Principal() + "]";
    }
}
