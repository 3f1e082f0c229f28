package io.curtaincall.access.tls;

import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads PEM. What is wrong is told as it goes behind the name of a field, and never repeats what was read. */
public final class Pem {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "Ed25519");
    private static final String CONVERT = "; \"openssl pkcs8 -topk8 -nocrypt\" writes it so";

    private Pem() {}

    private record Block(String label, String base64) {
        byte[] bytes() {
            return Base64.getMimeDecoder().decode(base64);
        }
    }

    /** @throws IllegalArgumentException if there is none, or one that cannot be read */
    public static List<X509Certificate> certificates(String pem) {
        if (pem.contains(KEY)) throw new IllegalArgumentException("has a PRIVATE KEY where only certificates belong");
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks(pem)) {
            if (!block.label().equals(CERTIFICATE)) {
                throw new IllegalArgumentException("has a " + block.label() + " where only certificates belong");
            }
            certificates.add(certificate(block, certificates.size() + 1));
        }
        if (certificates.isEmpty()) throw new IllegalArgumentException("has no certificate in PEM");
        return List.copyOf(certificates);
    }

    private static X509Certificate certificate(Block block, int number) {
        try {
            return (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(block.bytes()));
        } catch (CertificateException | IllegalArgumentException e) {
            throw new IllegalArgumentException("has a certificate, number " + number + ", that cannot be read", e);
        }
    }

    /** @throws IllegalArgumentException if it is not one private key, PKCS#8 and not encrypted */
    public static PrivateKey privateKey(String pem) {
        List<Block> blocks = blocks(pem);
        if (blocks.size() != 1) throw new IllegalArgumentException("must be one private key in PEM");
        Block block = blocks.getFirst();
        if (!block.label().equals(KEY)) {
            String what = block.label().equals("ENCRYPTED " + KEY) ? "must not be encrypted" : "must be PKCS#8";
            throw new IllegalArgumentException(what + " (BEGIN " + KEY + ")" + CONVERT);
        }
        return ALGORITHMS.stream()
                .flatMap(algorithm -> read(algorithm, block).stream())
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("cannot be read as a key of " + String.join(", ", ALGORITHMS)));
    }

    private static Optional<PrivateKey> read(String algorithm, Block block) {
        try {
            return Optional.of(
                    KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(block.bytes())));
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            return Optional.empty();
        }
    }

    private static List<Block> blocks(String pem) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(pem);
        while (matcher.find()) blocks.add(new Block(matcher.group(1), matcher.group(2)));
        return blocks;
    }
}
